extension SecretScanner {
    /// The secret whose rule begins at a word's first byte.
    mutating func secretOfRule(at start: Int) -> Secret? {
        guard start + 1 < text.count, tables.mayBeginRule(text[start], text[start + 1]), isStartOfKey(start) else {
            return nil
        }
        let first = Int(text[start])
        for index in tables.starts[first]..<tables.starts[first + 1]
        where tables.rules[index].begins(at: start, in: text) {
            if let secret = secret(of: tables.rules[index], at: start) { return secret }
        }
        return nil
    }

    /// A known shape tells more than the name before it; the scanner comes to it next.
    mutating func isKnownShape(at start: Int) -> Bool {
        isClass(.word, at: start) && secretOfRule(at: start) != nil
    }

    /// A dash before the word makes it a part of a longer one, as in `cache-key-…`, unless the dash begins a line.
    private func isStartOfKey(_ start: Int) -> Bool {
        guard isByte("-", at: start - 1), start >= 2 else { return true }
        return !isClass(.base64URL, at: start - 2)
    }

    private mutating func secret(of rule: WordRule, at start: Int) -> Secret? {
        let tail = start + rule.prefix.utf8CodeUnitCount
        switch rule.form {
        case .run(let kind, let alphabet, let lengths): return key(kind, alphabet, lengths, start, tail)
        case .numbered(let kind, let alphabet, let length):
            guard hasDigit(from: tail) else { return nil }
            return key(kind, alphabet, length...(.max), start, tail)
        case .pair(let kind, let length): return pair(kind, length, start, tail)
        case .webToken: return webToken(start)
        case .webhook: return webhook(tail)
        case .bearer: return bearer(tail)
        case .netrc: return loginPassword(tail)
        case .curl:
            if !isClass(.word, at: tail) { lastCurl = start }
            return nil
        }
    }

    private func key(
        _ kind: SecretKind, _ alphabet: ByteClass, _ lengths: ClosedRange<Int>, _ start: Int, _ tail: Int
    ) -> Secret? {
        let limit = lengths.upperBound == .max ? Int.max : lengths.upperBound + 1
        var end = endOfRun(of: alphabet, from: tail, limit: limit)
        // The dot that ends a sentence belongs to no key.
        if alphabet.contains(.dot), isByte(".", at: end - 1) { end -= 1 }
        guard lengths.contains(end - tail), !isClass(.word, at: end) else { return nil }
        let value = slice(tail..<min(end, tail + SecretValue.window))
        guard !SecretValue(value, in: .init()).isBlank else { return nil }
        return Secret(range: start..<end, kind: kind)
    }

    private func hasDigit(from tail: Int) -> Bool {
        let end = endOfRun(of: [.base64URL, .dot], from: tail, limit: SecretValue.window)
        return slice(tail..<end).contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    private func pair(_ kind: SecretKind, _ length: Int, _ start: Int, _ tail: Int) -> Secret? {
        let dot = endOfRun(of: .base64URL, from: tail, limit: 128)
        guard dot - tail >= length, isByte(".", at: dot) else { return nil }
        let end = endOfRun(of: .base64URL, from: dot + 1)
        return end - dot > length ? Secret(range: start..<end, kind: kind) : nil
    }

    /// A JWT of three parts, or of five with an encrypted body; its second part may then be empty.
    private func webToken(_ start: Int) -> Secret? {
        let header = endOfRun(of: .base64URL, from: start)
        guard header - start >= 12, isByte(".", at: header) else { return nil }
        var (end, parts) = (header, 1)
        while parts < 5, isByte(".", at: end) {
            let next = endOfRun(of: .base64URL, from: end + 1)
            if next - end < 9, !(parts == 1 && isByte(".", at: next)) { break }
            (end, parts) = (next, parts + 1)
        }
        return parts >= 3 ? Secret(range: start..<end, kind: .jwt) : nil
    }

    /// The path after the host is the secret.
    private func webhook(_ tail: Int) -> Secret? {
        let end = endOfRun(of: [.base64URL, .slash], from: tail)
        guard end - tail >= 20, slice(tail..<end).contains(UInt8(ascii: "/")) else { return nil }
        return Secret(range: tail..<end, kind: .webhook)
    }
}
