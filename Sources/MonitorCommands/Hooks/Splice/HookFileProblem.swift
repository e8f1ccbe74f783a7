import MonitorCore

/// Why a file with hooks cannot be changed; the file stays as it is.
package struct HookFileProblem: Error, Equatable, Sendable {
    package let message: String

    package init(_ message: String) { self.message = message }

    init(_ error: JSONSyntaxError, in bytes: [UInt8]) {
        let place = HookFileProblem.place(error.offset, in: bytes)
        self.init("\(place): \(HookFileProblem.explain(error, bytes)); it is left as it is")
    }

    /// `line 3, column 5`, counted from 1 and in characters.
    static func place(_ offset: Int, in bytes: [UInt8]) -> String {
        let before = bytes.prefix(offset)
        let line = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = before[line...].count { $0 & 0xC0 != 0x80 }
        return "line \(before.count { $0 == 0x0A } + 1), column \(column + 1)"
    }

    private static func explain(_ error: JSONSyntaxError, _ bytes: [UInt8]) -> String {
        guard error.offset < bytes.count else { return error.problem.rawValue }
        switch bytes[error.offset] {
        case UInt8(ascii: "/"): return "a comment, which this file's format does not allow"
        case UInt8(ascii: "}"), UInt8(ascii: "]"): return "a comma or a value is wrong before this bracket"
        default: return error.problem.rawValue
        }
    }
}
