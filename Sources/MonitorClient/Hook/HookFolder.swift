import MonitorCore

/// Where the agent works, found in the body without parsing it.
enum HookFolder {
    /// The members that agents name it by: Claude Code and most others, Cursor, OpenCode.
    private static let keys = ["\"cwd\"", "\"workspace_roots\"", "\"directory\""]

    /// The first of the keys that has a text; keys inside a string are escaped and do not match.
    static func find(in body: [UInt8]) -> String? {
        keys.lazy.compactMap { value(of: Array($0.utf8), in: body) }.first { !$0.isEmpty }
    }

    private static func value(of key: [UInt8], in body: [UInt8]) -> String? {
        guard let place = body.firstRange(of: key) else { return nil }
        var rest = body[place.upperBound...].drop(while: isSpace)
        guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
        // A list's first element stands for it.
        rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: "[") }
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        var end = rest.startIndex + 1
        while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
            end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < rest.endIndex else { return nil }
        return try? JSONDocument(parsing: rest[rest.startIndex...end]).value.string
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
