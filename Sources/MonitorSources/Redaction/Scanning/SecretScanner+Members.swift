extension SecretScanner {
    /// The secret that a whole JSON string is because of its key.
    static func secret(
        of name: SecretName, in text: UnsafeBufferPointer<UInt8>, tables: SecretRules.Tables
    ) -> Secret? {
        var scanner = SecretScanner(text: text, tables: tables)
        let context = SecretValue.Context(isQuoted: true, isCapital: name.isCapital)
        let value = Literal(
            start: 0, windowEnd: min(text.count, SecretValue.window), quote: nil, backslashes: 0, context: context)
        if name.group == .authorization {
            let start = scanner.startOfCredential(in: value)
            return start.map { Secret(range: $0..<text.count, kind: name.kind) }
        }
        let look = SecretValue(scanner.slice(0..<value.windowEnd), in: context)
        return look.isPlausible(as: name.group) ? Secret(range: 0..<text.count, kind: name.kind) : nil
    }
}
