/// One character of a JSON string's inside, or one byte of a longer character: how many bytes it takes as it is
/// written, and as it is read.
struct EscapedElement {
    let length: Int
    let decodedLength: Int

    /// Reads the element at a position between the quotes of a validated string.
    init(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let byte = bytes[position]
        guard byte == UInt8(ascii: "\\") else {
            let length = EscapedElement.utf8Length(of: byte)
            self.init(length: length, decodedLength: length)
            return
        }
        guard bytes[position + 1] == UInt8(ascii: "u") else {
            self.init(length: 2, decodedLength: 1)
            return
        }
        let (scalar, length) = EscapedElement.scalar(at: position, in: bytes)
        self.init(length: length, decodedLength: UTF8.width(scalar))
    }

    private init(length: Int, decodedLength: Int) {
        self.length = length
        self.decodedLength = decodedLength
    }

    private static func utf8Length(of byte: UInt8) -> Int {
        switch byte {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    /// The scalar of a `\u` escape, or of the two of a surrogate pair; half a pair is U+FFFD.
    static func scalar(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, length: Int) {
        let high = unit(at: position + 2, in: bytes)
        if let scalar = Unicode.Scalar(high) { return (scalar, 6) }
        let low = position + 6
        guard UTF16.isLeadSurrogate(high), low + 6 <= bytes.count, bytes[low] == UInt8(ascii: "\\"),
            bytes[low + 1] == UInt8(ascii: "u")
        else { return ("\u{FFFD}", 6) }
        let second = unit(at: low + 2, in: bytes)
        guard UTF16.isTrailSurrogate(second) else { return ("\u{FFFD}", 6) }
        let value = 0x10000 + ((UInt32(high) & 0x3FF) << 10) + (UInt32(second) & 0x3FF)
        return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
    }

    private static func unit(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
        (position..<position + 4).reduce(0) { unit, index in
            let byte = bytes[index]
            return unit << 4 | UInt16(byte <= UInt8(ascii: "9") ? byte & 0xF : (byte & 0xF) + 9)
        }
    }
}
