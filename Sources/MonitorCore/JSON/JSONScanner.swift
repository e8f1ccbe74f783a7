/// Validates JSON (RFC 8259) and writes it without its white space, in one pass and without recursion.
///
/// Nothing is interpreted: a number may have any size, a `\u` escape may be half a surrogate pair, keys may repeat.
/// Depth is bounded, so a hostile body costs no stack. The caller learns where the outermost container's members are.
struct JSONScanner {
    private let input: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var output: [UInt8] = []
    private var members: [JSONDocument.Member] = []
    private var containers = ContainerStack()
    private var keyOfMember = 0..<0
    private var startOfMember = 0

    /// What outlives the input's memory.
    struct Result {
        let output: [UInt8]
        let members: [JSONDocument.Member]
    }

    var result: Result { Result(output: output, members: members) }

    init(_ input: UnsafeBufferPointer<UInt8>) {
        self.input = input
        output.reserveCapacity(input.count)
    }

    /// Reads the whole input as one value.
    mutating func scan() throws(JSONSyntaxError) {
        skipWhitespace()
        if position == input.count { throw error(.empty) }
        try scanValue()
        while let container = containers.top {
            try container == .object ? scanObjectMember() : scanArrayElement()
        }
        skipWhitespace()
        if position < input.count { throw error(.trailingBytes) }
    }

    // MARK: Values

    /// Reads a scalar, or opens a container, whose members the loop in `scan` then reads.
    private mutating func scanValue() throws(JSONSyntaxError) {
        switch try peek() {
        case UInt8(ascii: "\""): try scanString()
        case UInt8(ascii: "{"): try open(.object)
        case UInt8(ascii: "["): try open(.array)
        case UInt8(ascii: "t"): try scanLiteral("true")
        case UInt8(ascii: "f"): try scanLiteral("false")
        case UInt8(ascii: "n"): try scanLiteral("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func open(_ container: ContainerStack.Container) throws(JSONSyntaxError) {
        guard containers.push(container) else { throw error(.tooDeep) }
        copyByte()
    }

    private mutating func scanObjectMember() throws(JSONSyntaxError) {
        guard try beginMember(closing: UInt8(ascii: "}")) else { return }
        guard try peek() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
        let keyStart = output.count
        try scanString()
        let key = keyStart..<output.count
        skipWhitespace()
        guard try peek() == UInt8(ascii: ":") else { throw error(.unexpectedByte) }
        copyByte()
        skipWhitespace()
        try scanMemberValue(key: key)
    }

    private mutating func scanArrayElement() throws(JSONSyntaxError) {
        guard try beginMember(closing: UInt8(ascii: "]")) else { return }
        try scanMemberValue(key: 0..<0)
    }

    /// Reads the comma or the closing bracket; false when the container has ended.
    private mutating func beginMember(closing: UInt8) throws(JSONSyntaxError) -> Bool {
        skipWhitespace()
        let isFirst = containers.topIsEmpty
        let next = try peek()
        if next == closing {
            copyByte()
            containers.pop()
            endMemberIfOutermost()
            return false
        }
        if !isFirst {
            guard next == UInt8(ascii: ",") else { throw error(.unexpectedByte) }
            copyByte()
            skipWhitespace()
        }
        containers.markNotEmpty()
        return true
    }

    private mutating func scanMemberValue(key: Range<Int>) throws(JSONSyntaxError) {
        let isOutermost = containers.depth == 1
        if isOutermost {
            keyOfMember = key
            startOfMember = output.count
        }
        try scanValue()
        if isOutermost && containers.depth == 1 { appendMember() }
    }

    private mutating func endMemberIfOutermost() {
        if containers.depth == 1 { appendMember() }
    }

    private mutating func appendMember() {
        members.append(JSONDocument.Member(key: keyOfMember, value: startOfMember..<output.count))
    }

    // MARK: Scalars

    private mutating func scanString() throws(JSONSyntaxError) {
        copyByte()
        while true {
            copyPlainText()
            switch try peek() {
            case UInt8(ascii: "\""):
                copyByte()
                return
            case UInt8(ascii: "\\"): try scanEscape()
            case 0..<0x20: throw error(.controlCharacter)
            default: try scanMultibyteCharacter()
            }
        }
    }

    /// Copies ASCII up to the next byte that needs a look.
    private mutating func copyPlainText() {
        let start = position
        while position < input.count {
            let byte = input[position]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            position += 1
        }
        output.append(contentsOf: input[start..<position])
    }

    private mutating func scanEscape() throws(JSONSyntaxError) {
        copyByte()
        switch try peek() {
        case UInt8(ascii: "u"):
            copyByte()
            for _ in 0..<4 {
                guard isHexDigit(try peek()) else { throw error(.badEscape) }
                copyByte()
            }
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            copyByte()
        default: throw error(.badEscape)
        }
    }

    /// Checks one UTF-8 sequence: no overlong form, no surrogate, nothing past U+10FFFF.
    private mutating func scanMultibyteCharacter() throws(JSONSyntaxError) {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch input[position] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw error(.badUTF8)
        }
        guard position + length <= input.count else { throw error(.truncated) }
        guard second.contains(input[position + 1]),
            input[(position + 2)..<(position + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { throw error(.badUTF8) }
        output.append(contentsOf: input[position..<position + length])
        position += length
    }

    private mutating func scanNumber() throws(JSONSyntaxError) {
        if try peek() == UInt8(ascii: "-") { copyByte() }
        if position < input.count, input[position] == UInt8(ascii: "0") {
            copyByte()
        } else {
            try scanDigits()
        }
        if position < input.count, input[position] == UInt8(ascii: ".") {
            copyByte()
            try scanDigits()
        }
        if position < input.count, input[position] | 0x20 == UInt8(ascii: "e") {
            copyByte()
            if position < input.count, input[position] == UInt8(ascii: "+") || input[position] == UInt8(ascii: "-") {
                copyByte()
            }
            try scanDigits()
        }
    }

    private mutating func scanDigits() throws(JSONSyntaxError) {
        let start = position
        while position < input.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(input[position]) { copyByte() }
        if position == start { throw error(position == input.count ? .truncated : .badNumber) }
    }

    private mutating func scanLiteral(_ literal: StaticString) throws(JSONSyntaxError) {
        for index in 0..<literal.utf8CodeUnitCount {
            guard try peek() == literal.utf8Start[index] else { throw error(.unexpectedByte) }
            copyByte()
        }
    }

    // MARK: Bytes

    private func peek() throws(JSONSyntaxError) -> UInt8 {
        guard position < input.count else { throw error(.truncated) }
        return input[position]
    }

    private mutating func copyByte() {
        output.append(input[position])
        position += 1
    }

    private mutating func skipWhitespace() {
        while position < input.count {
            switch input[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    private func error(_ problem: JSONSyntaxError.Problem) -> JSONSyntaxError {
        JSONSyntaxError(problem: problem, offset: position)
    }
}
