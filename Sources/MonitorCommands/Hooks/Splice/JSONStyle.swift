import MonitorCore

/// How a JSON text is laid out, as far as it shows.
struct JSONStyle: Equatable, Sendable {
    var newline = Array("\n".utf8)
    /// One level of indentation.
    var indent = Array("  ".utf8)
    /// The colon after a key, with the space behind it.
    var colon = Array(": ".utf8)
    /// The comma between two values on one line, with the space behind it.
    var comma = Array(", ".utf8)
    /// Whether the whole value stands on one line.
    var isCompact = false

    static let minified = JSONStyle(colon: Array(":".utf8), comma: Array(",".utf8), isCompact: true)

    func line(_ parts: [[UInt8]], in brackets: StaticString) -> [UInt8] {
        [brackets.utf8Start[0]] + parts.joined(separator: comma) + [brackets.utf8Start[1]]
    }

    func lines(_ parts: [[UInt8]], in brackets: StaticString, indent outer: [UInt8]) -> [UInt8] {
        if parts.isEmpty { return line([], in: brackets) }
        let start = newline + outer + indent
        let text = start + parts.joined(separator: Array(",".utf8) + start) + newline + outer
        return [brackets.utf8Start[0]] + text + [brackets.utf8Start[1]]
    }
}

extension JSONStyle {
    /// Reads the style off a text's first member; where it has none, two spaces a level.
    init(of source: JSONSource) {
        self.init()
        if source.bytes.hasCRLF { newline = Array("\r\n".utf8) }
        guard let first = source.root.members?.first else { return }
        colon = Array(":".utf8) + JSONStyle.gap(after: first, in: source)
        comma = Array(",".utf8) + colon.dropFirst()
        isCompact = !source.bytes[source.root.range].contains(0x0A)
        let lead = source.bytes[source.startOfWhitespace(before: first.range.lowerBound)..<first.range.lowerBound]
        if let line = lead.lastIndex(of: 0x0A) { indent = Array(lead[(line + 1)...]) }
    }

    /// The spaces between a key's colon and its value; one where anything else stands there.
    private static func gap(after member: JSONSource.Member, in source: JSONSource) -> [UInt8] {
        let between = source.bytes[member.keyRange.upperBound..<member.value.range.lowerBound]
        let gap = between.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        return gap.allSatisfy { $0 == 0x20 } ? Array(gap) : [0x20]
    }
}

extension [UInt8] {
    /// Whether the first line break is CR LF.
    fileprivate var hasCRLF: Bool {
        firstIndex(of: 0x0A).map { $0 > 0 && self[$0 - 1] == 0x0D } ?? false
    }
}

extension JSONSource {
    /// Where the white space begins that ends at `position`.
    func startOfWhitespace(before position: Int) -> Int {
        var start = position
        while start > 0, bytes[start - 1].isJSONWhitespace { start -= 1 }
        return start
    }

    func endOfWhitespace(from position: Int) -> Int {
        bytes[position...].firstIndex { !$0.isJSONWhitespace } ?? bytes.count
    }

    /// The indentation of the line on which `position` stands.
    func indent(at position: Int) -> [UInt8] {
        let start = bytes[..<position].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Array(bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 })
    }
}
