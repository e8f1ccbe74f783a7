/// Validates JSON (RFC 8259) and drops its white space, in one pass and without recursion.
///
/// Nothing is interpreted: a number may have any size, a `\u` escape may be half a surrogate pair, keys may repeat.
/// Depth is bounded, so a hostile body costs no stack. Bytes are copied in stretches from one white space to the next;
/// what came minified is copied once.
struct JSONScanner {
    let input: UnsafeBufferPointer<UInt8>
    var position = 0
    private var output: [UInt8] = []
    /// Where the stretch begins that is not in `output` yet.
    private var stretch = 0
    private var containers = ContainerStack()

    init(_ input: UnsafeBufferPointer<UInt8>) { self.input = input }

    /// Reads the whole input as one value and returns it minified.
    static func minify(_ input: UnsafeBufferPointer<UInt8>) throws(JSONSyntaxError) -> [UInt8] {
        var scanner = JSONScanner(input)
        scanner.output.reserveCapacity(input.count)
        scanner.skipWhitespace()
        if scanner.isAtEnd { throw scanner.error(.empty) }
        try scanner.scanValue()
        scanner.skipWhitespace()
        if !scanner.isAtEnd { throw scanner.error(.trailingBytes) }
        scanner.flush()
        return scanner.output
    }

    // MARK: Structure

    private mutating func scanValue() throws(JSONSyntaxError) {
        repeat {
            while try opensContainer() {}
        } while try hasNextValue()
    }

    /// Reads a scalar, an empty container, or the beginning of a container up to its first value; true for the last.
    private mutating func opensContainer() throws(JSONSyntaxError) -> Bool {
        switch try peek() {
        case UInt8(ascii: "{"): return try opens(.object)
        case UInt8(ascii: "["): return try opens(.array)
        case let byte: try scanScalar(startingWith: byte)
        }
        return false
    }

    private mutating func opens(_ container: ContainerStack.Container) throws(JSONSyntaxError) -> Bool {
        guard containers.push(container) else { throw error(.tooDeep) }
        position += 1
        skipWhitespace()
        if try peek() == container.closing {
            position += 1
            containers.pop()
            return false
        }
        if container == .object { try scanKey() }
        return true
    }

    /// Closes the containers that end here; false when the outermost one has ended.
    private mutating func hasNextValue() throws(JSONSyntaxError) -> Bool {
        while let container = containers.top {
            skipWhitespace()
            let byte = try peek()
            if byte == UInt8(ascii: ",") {
                position += 1
                skipWhitespace()
                if container == .object { try scanKey() }
                return true
            }
            guard byte == container.closing else { throw error(.unexpectedByte) }
            position += 1
            containers.pop()
        }
        return false
    }

    /// Reads a key, the colon and the white space around it.
    private mutating func scanKey() throws(JSONSyntaxError) {
        guard try peek() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
        try scanString()
        skipWhitespace()
        guard try peek() == UInt8(ascii: ":") else { throw error(.unexpectedByte) }
        position += 1
        skipWhitespace()
    }

    // MARK: Bytes

    var isAtEnd: Bool { position == input.count }

    func peek() throws(JSONSyntaxError) -> UInt8 {
        guard position < input.count else { throw error(.truncated) }
        return input[position]
    }

    func error(_ problem: JSONSyntaxError.Problem) -> JSONSyntaxError {
        JSONSyntaxError(problem: problem, offset: position)
    }

    private mutating func skipWhitespace() {
        guard position < input.count, JSONScanner.isWhitespace(input[position]) else { return }
        flush()
        repeat { position += 1 } while position < input.count && JSONScanner.isWhitespace(input[position])
        stretch = position
    }

    private mutating func flush() {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: input[stretch..<position]))
        stretch = position
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
