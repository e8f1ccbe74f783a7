extension JSONScanner {
    mutating func scanScalar(startingWith byte: UInt8) throws(JSONSyntaxError) {
        switch byte {
        case UInt8(ascii: "\""): try scanString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
        case UInt8(ascii: "t"): try scanLiteral("true")
        case UInt8(ascii: "f"): try scanLiteral("false")
        case UInt8(ascii: "n"): try scanLiteral("null")
        default: throw error(.unexpectedByte)
        }
    }

    // MARK: Strings

    mutating func scanString() throws(JSONSyntaxError) {
        position += 1
        while true {
            skipPlainText()
            switch try peek() {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): try scanEscape()
            case 0..<0x20: throw error(.controlCharacter)
            default: try scanMultibyteCharacter()
            }
        }
    }

    /// Skips ASCII up to the next byte that needs a look.
    private mutating func skipPlainText() {
        while position < input.count {
            let byte = input[position]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            position += 1
        }
    }

    private mutating func scanEscape() throws(JSONSyntaxError) {
        position += 1
        switch try peek() {
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                guard try peek().hexDigitValue != nil else { throw error(.badEscape) }
                position += 1
            }
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
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
        guard length <= input.count - position else { throw error(.truncated) }
        guard second.contains(input[position + 1]) else { throw error(.badUTF8) }
        for offset in 2..<max(2, length) where input[position + offset] & 0xC0 != 0x80 { throw error(.badUTF8) }
        position += length
    }

    // MARK: Numbers and literals

    private mutating func scanNumber() throws(JSONSyntaxError) {
        if next(is: UInt8(ascii: "-")) { position += 1 }
        if next(is: UInt8(ascii: "0")) { position += 1 } else { try scanDigits() }
        if next(is: UInt8(ascii: ".")) {
            position += 1
            try scanDigits()
        }
        if next(is: UInt8(ascii: "e")) || next(is: UInt8(ascii: "E")) {
            position += 1
            if next(is: UInt8(ascii: "+")) || next(is: UInt8(ascii: "-")) { position += 1 }
            try scanDigits()
        }
    }

    private mutating func scanDigits() throws(JSONSyntaxError) {
        let start = position
        while position < input.count, input[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        if position == start { throw error(isAtEnd ? .truncated : .badNumber) }
    }

    private mutating func scanLiteral(_ literal: StaticString) throws(JSONSyntaxError) {
        for index in 0..<literal.utf8CodeUnitCount {
            guard try peek() == literal.utf8Start[index] else { throw error(.unexpectedByte) }
            position += 1
        }
    }

    private func next(is byte: UInt8) -> Bool { position < input.count && input[position] == byte }
}
