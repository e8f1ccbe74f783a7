/// Builds the nodes of a `JSONSource`; `JSONScanner` decides what is JSON.
struct JSONSourceParser {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private var scanner: JSONScanner
    private var depth = 0

    init(_ input: UnsafeBufferPointer<UInt8>) {
        scanner = JSONScanner(input)
        if input.starts(with: JSONSourceParser.byteOrderMark) {
            scanner.position = JSONSourceParser.byteOrderMark.count
        }
    }

    mutating func parse() throws(JSONSyntaxError) -> JSONSource.Node {
        skipWhitespace()
        if scanner.isAtEnd { throw scanner.error(.empty) }
        let root = try parseValue()
        skipWhitespace()
        if !scanner.isAtEnd { throw scanner.error(.trailingBytes) }
        return root
    }

    /// Recursive, no deeper than `Limits.jsonDepth`.
    private mutating func parseValue() throws(JSONSyntaxError) -> JSONSource.Node {
        let start = scanner.position
        let content: JSONSource.Content
        switch try scanner.peek() {
        case UInt8(ascii: "{"): content = .object(try parseMembers())
        case UInt8(ascii: "["): content = .array(try parseElements())
        case let byte:
            try scanner.scanScalar(startingWith: byte)
            content = .scalar
        }
        return JSONSource.Node(range: start..<scanner.position, content: content)
    }

    private mutating func parseElements() throws(JSONSyntaxError) -> [JSONSource.Node] {
        var elements: [JSONSource.Node] = []
        guard try opens(closing: UInt8(ascii: "]")) else { return elements }
        repeat { elements.append(try parseValue()) } while try continues(closing: UInt8(ascii: "]"))
        return elements
    }

    private mutating func parseMembers() throws(JSONSyntaxError) -> [JSONSource.Member] {
        var members: [JSONSource.Member] = []
        guard try opens(closing: UInt8(ascii: "}")) else { return members }
        repeat { members.append(try parseMember()) } while try continues(closing: UInt8(ascii: "}"))
        return members
    }

    private mutating func parseMember() throws(JSONSyntaxError) -> JSONSource.Member {
        let start = scanner.position
        guard try scanner.peek() == UInt8(ascii: "\"") else { throw scanner.error(.unexpectedByte) }
        try scanner.scanString()
        let keyRange = start..<scanner.position
        skipWhitespace()
        guard try scanner.peek() == UInt8(ascii: ":") else { throw scanner.error(.unexpectedByte) }
        scanner.position += 1
        skipWhitespace()
        let key = JSONString.decode(Array(scanner.input[keyRange])[...].dropFirst().dropLast())
        return JSONSource.Member(key: key, keyRange: keyRange, value: try parseValue())
    }

    /// Reads the opening bracket; false where the container is empty, which is then read to its end.
    private mutating func opens(closing: UInt8) throws(JSONSyntaxError) -> Bool {
        depth += 1
        guard depth <= Limits.jsonDepth else { throw scanner.error(.tooDeep) }
        scanner.position += 1
        skipWhitespace()
        return try !closes(closing)
    }

    /// Reads the comma and the white space round it; false where the container ends instead.
    private mutating func continues(closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipWhitespace()
        if try closes(closing) { return false }
        guard try scanner.peek() == UInt8(ascii: ",") else { throw scanner.error(.unexpectedByte) }
        scanner.position += 1
        skipWhitespace()
        return true
    }

    private mutating func closes(_ closing: UInt8) throws(JSONSyntaxError) -> Bool {
        guard try scanner.peek() == closing else { return false }
        scanner.position += 1
        depth -= 1
        return true
    }

    private mutating func skipWhitespace() {
        while !scanner.isAtEnd, scanner.input[scanner.position].isJSONWhitespace { scanner.position += 1 }
    }
}

extension UInt8 {
    package var isJSONWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
