/// A JSON text with the place of each of its values, so that one part can be changed and the rest kept to the letter.
package struct JSONSource: Sendable {
    /// One value and where its bytes stand.
    package struct Node: Sendable {
        package let range: Range<Int>
        package let content: Content
    }

    package enum Content: Sendable {
        case scalar
        case array([Node])
        case object([Member])
    }

    package struct Member: Sendable {
        package let key: String
        /// The key with its quotes.
        package let keyRange: Range<Int>
        package let value: Node

        package var range: Range<Int> { keyRange.lowerBound..<value.range.upperBound }
    }

    /// The text as it came, comments and byte order mark included.
    package let bytes: [UInt8]
    /// The same length, with spaces where comments stand.
    package let plain: [UInt8]
    package let root: Node

    /// Reads strict JSON; with `allowingComments` also `//` and `/* */` outside of strings.
    package init(parsing bytes: [UInt8], allowingComments: Bool = false) throws {
        self.bytes = bytes
        let plain = allowingComments ? JSONComments.blanked(bytes) : bytes
        self.plain = plain
        root = try plain.withUnsafeBufferPointer { buffer in
            var parser = JSONSourceParser(buffer)
            return try parser.parse()
        }
    }

    /// The value of a node, minified.
    package func value(of node: Node) throws -> JSONValue { try JSONDocument(parsing: plain[node.range]).value }
}

extension JSONSource.Node {
    package var members: [JSONSource.Member]? {
        if case .object(let members) = content { members } else { nil }
    }

    package var elements: [JSONSource.Node]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// Where the members or elements stand; none in a scalar.
    package var children: [Range<Int>] {
        switch content {
        case .scalar: []
        case .array(let elements): elements.map(\.range)
        case .object(let members): members.map(\.range)
        }
    }
}
