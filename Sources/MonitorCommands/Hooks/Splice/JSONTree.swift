import MonitorCore

/// A small JSON value that Monitor writes into somebody else's file, in that file's style.
package indirect enum JSONTree: Equatable, Sendable {
    case integer(Int)
    case string(String)
    case array([JSONTree])
    case object([Member])

    package struct Member: Equatable, Sendable {
        package let key: String
        package let value: JSONTree

        package init(_ key: String, _ value: JSONTree) {
            self.key = key
            self.value = value
        }
    }

    /// Without any white space, to compare with what a file holds.
    package var minified: [UInt8] { bytes(.minified) }

    /// On one line, with the style's gaps.
    func bytes(_ style: JSONStyle) -> [UInt8] {
        switch self {
        case .integer(let number): Array(String(number).utf8)
        case .string(let text): JSONTree.quoted(text)
        case .array(let elements): style.line(elements.map { $0.bytes(style) }, in: "[]")
        case .object(let members):
            style.line(members.map { JSONTree.quoted($0.key) + style.colon + $0.value.bytes(style) }, in: "{}")
        }
    }

    /// One member or element a line, the way `JSON.stringify` does; `indent` is that of the line it begins on.
    func lines(_ style: JSONStyle, indent: [UInt8]) -> [UInt8] {
        let inner = indent + style.indent
        switch self {
        case .integer, .string: return bytes(style)
        case .array(let elements):
            return style.lines(elements.map { $0.lines(style, indent: inner) }, in: "[]", indent: indent)
        case .object(let members):
            let parts = members.map { JSONTree.quoted($0.key) + style.colon + $0.value.lines(style, indent: inner) }
            return style.lines(parts, in: "{}", indent: indent)
        }
    }

    static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        JSONString.write(text, to: &bytes)
        return bytes
    }
}
