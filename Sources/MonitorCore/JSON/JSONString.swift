/// Strings to JSON and back.
package enum JSONString {
    /// Decodes what stands between the quotes of a validated JSON string.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        var text = ""
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\") {
                units.append(decodeEscape(&rest))
            } else {
                flush(&units, to: &text)
                var run = [byte]
                while let next = rest.first, next != UInt8(ascii: "\\") { run.append(next); rest = rest.dropFirst() }
                text += String(decoding: run, as: UTF8.self)
            }
        }
        flush(&units, to: &text)
        return text
    }

    /// Appends `text` as a JSON string with its quotes.
    ///
    /// Only what JSON demands is escaped, so the bytes hold no raw line break and are safe inside an SSE line.
    package static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count where utf8[index] < 0x20 || utf8[index] == 0x22 || utf8[index] == 0x5C {
                bytes.append(contentsOf: utf8[start..<index])
                writeEscape(utf8[index], to: &bytes)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start..<utf8.count])
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
            let digits = Array("0123456789abcdef".utf8)
            bytes += [
                UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), digits[Int(byte >> 4)], digits[Int(byte & 15)],
            ]
        }
    }

    private static func decodeEscape(_ rest: inout ArraySlice<UInt8>) -> UInt16 {
        switch rest.popFirst() {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            let digits = rest.prefix(4)
            rest = rest.dropFirst(4)
            return UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
        case let byte?: return UInt16(byte)
        case nil: return 0xFFFD
        }
    }

    private static func flush(_ units: inout [UInt16], to text: inout String) {
        guard !units.isEmpty else { return }
        text += String(decoding: units, as: UTF16.self)
        units.removeAll(keepingCapacity: true)
    }
}
