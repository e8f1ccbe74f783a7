extension SecretValue {
    /// A variable, a form to fill in, stars, or what an earlier redaction left.
    var isPlaceholder: Bool {
        isReference || isInterpolated || isBlank || PlaceholderWords.begins(bytes)
    }

    private var isReference: Bool {
        guard let first = bytes.first else { return true }
        switch first {
        case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["): return true
        case UInt8(ascii: "$"): return !isDigit(at: 1)
        case UInt8(ascii: "%"): return !isHexDigit(at: 1) || !isHexDigit(at: 2)
        case UInt8(ascii: "*"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "-"), UInt8(ascii: "?"),
            UInt8(ascii: "="):
            return !context.isQuoted
        default: return false
        }
    }

    /// Nothing but what stands for "some characters": `xxxx`, `****`, `...`, `•••`.
    var isBlank: Bool {
        bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "?"), 0x80...:
                true
            default: false
            }
        }
    }

    private func isDigit(at index: Int) -> Bool {
        index < count && bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9")
    }

    private func isHexDigit(at index: Int) -> Bool {
        guard index < count else { return false }
        let letter = bytes[index] | 0x20
        return isDigit(at: index) || (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f"))
    }
}
