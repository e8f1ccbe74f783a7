/// The inside of a JSON string with escapes, decoded to look for secrets in it.
enum EscapedText {
    /// Replaces `output` by the decoded text.
    static func decode(_ escaped: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        output.reserveCapacity(escaped.count)
        var (start, position) = (0, 0)
        while position < escaped.count {
            guard escaped[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: escaped[start..<position]))
            position += decodeEscape(at: position, in: escaped, to: &output)
            start = position
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: escaped[start..<position]))
    }

    /// Returns the bytes of the escape.
    private static func decodeEscape(
        at position: Int, in escaped: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) -> Int {
        switch escaped[position + 1] {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "u"):
            let (scalar, length) = EscapedElement.scalar(at: position, in: escaped)
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return length
        case let byte: output.append(byte)
        }
        return 2
    }

    /// The secrets where they stand in the escaped text, given where they stand in the decoded one.
    static func locate(_ secrets: [Secret], in escaped: UnsafeBufferPointer<UInt8>) -> [Secret] {
        var (position, decoded) = (0, 0)
        func advance(to target: Int) -> Int {
            while decoded < target {
                let element = EscapedElement(at: position, in: escaped)
                position += element.length
                decoded += element.decodedLength
            }
            return position
        }
        return secrets.map { secret in
            let start = advance(to: secret.range.lowerBound)
            return Secret(range: start..<advance(to: secret.range.upperBound), kind: secret.kind)
        }
    }
}
