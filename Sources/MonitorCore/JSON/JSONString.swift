/// Strings to JSON and back.
package enum JSONString {
    /// Appends `text` as a JSON string with its quotes.
    ///
    /// Only what JSON demands is escaped, so the bytes hold no raw line break and are safe inside an SSE line.
    package static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count where utf8[index] < 0x20 || utf8[index] == 0x22 || utf8[index] == 0x5C {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                writeEscape(utf8[index], to: &bytes)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<utf8.count]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(UInt8(hexDigit: byte >> 4))
            bytes.append(UInt8(hexDigit: byte & 0xF))
        }
    }
}

extension JSONString {
    /// Decodes what stands between the quotes of a validated JSON string; half a surrogate pair becomes U+FFFD.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard var backslash = bytes.firstIndex(of: UInt8(ascii: "\\")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var rest = bytes
        while true {
            text.append(contentsOf: rest[..<backslash])
            rest = rest[(backslash + 1)...]
            decodeEscape(&rest, to: &text)
            guard let next = rest.firstIndex(of: UInt8(ascii: "\\")) else { break }
            backslash = next
        }
        text.append(contentsOf: rest)
        return String(decoding: text, as: UTF8.self)
    }

    /// Decodes one escape, whose backslash has been read.
    private static func decodeEscape(_ rest: inout ArraySlice<UInt8>, to text: inout [UInt8]) {
        switch rest.popFirst() {
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "u"):
            let scalar = decodeScalar(&rest) ?? "\u{FFFD}"
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        case let byte?: text.append(byte)
        case nil: break
        }
    }

    /// Reads four hex digits and, after a high surrogate, the escape of the low one; `nil` for half a pair.
    private static func decodeScalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
        let high = takeUnit(&rest)
        guard UTF16.isLeadSurrogate(high), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            return Unicode.Scalar(high)
        }
        var ahead = rest.dropFirst(2)
        let low = takeUnit(&ahead)
        guard UTF16.isTrailSurrogate(low) else { return nil }
        rest = ahead
        return Unicode.Scalar(0x10000 + ((UInt32(high) & 0x3FF) << 10) + (UInt32(low) & 0x3FF))
    }

    private static func takeUnit(_ rest: inout ArraySlice<UInt8>) -> UInt16 {
        let unit = rest.prefix(4).reduce(0) { $0 << 4 | UInt16($1.hexDigitValue ?? 0) }
        rest = rest.dropFirst(4)
        return unit
    }
}
