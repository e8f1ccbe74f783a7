/// How a secret, or the words before it, begins at the start of a word, and what must follow.
struct WordRule {
    let prefix: StaticString
    let form: Form

    enum Form {
        /// A run of one alphabet after the prefix; `lengths` are its bytes, and a run that goes on is none.
        case run(SecretKind, of: ByteClass, lengths: ClosedRange<Int>)
        /// As `run`, with at least one digit among the first bytes, where words of a language look alike.
        case numbered(SecretKind, of: ByteClass, length: Int)
        /// Two runs with a dot between them, each at least that long.
        case pair(SecretKind, length: Int)
        case webToken
        case webhook
        case bearer
        case curl
        case netrc
    }

    init(_ prefix: StaticString, _ form: Form) {
        self.prefix = prefix
        self.form = form
    }

    /// A key without a known end: at least `length` bytes of the alphabet.
    static func key(
        _ prefix: StaticString, _ kind: SecretKind, _ length: Int, of alphabet: ByteClass = .alphanumeric
    ) -> WordRule {
        WordRule(prefix, .run(kind, of: alphabet, lengths: length...(.max)))
    }

    /// A key that ends after exactly `length` bytes.
    static func exact(
        _ prefix: StaticString, _ kind: SecretKind, _ length: Int, of alphabet: ByteClass
    ) -> WordRule {
        WordRule(prefix, .run(kind, of: alphabet, lengths: length...length))
    }

    func begins(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard length <= text.count - position else { return false }
        for offset in 0..<length where prefix.utf8Start[offset] != text[position + offset] { return false }
        return true
    }
}
