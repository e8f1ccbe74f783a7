extension SecretScanner {
    /// Looks at dashes: a key block after five, an option after one or two.
    mutating func scanDashes() {
        let start = position
        position = endOfRun(of: .dash, from: start)
        switch position - start {
        case 1: scanUserOption(to: position + 1)
        case 2: scanLongOption(after: start)
        case 5...:
            if let secret = privateKey(labelledAt: position) { take(secret) }
        default: break
        }
    }

    private func privateKey(labelledAt label: Int) -> Secret? {
        guard starts(with: "BEGIN ", at: label) else { return nil }
        let labelEnd = endOfLabel(from: label)
        guard starts(with: "-----", at: labelEnd), holdsPrivateKey(label..<labelEnd) else { return nil }
        var body = KeyBody(start: labelEnd + 5)
        while !body.isEnded, body.position < text.count {
            let byte = text[body.position]
            if byte == UInt8(ascii: "-"), starts(with: "-----", at: body.position) { break }
            body.count(byte, isKeyByte: isClass(.base64, at: body.position))
        }
        return keyEnd(of: body).map { Secret(range: label - 5..<$0, kind: .privateKey) }
    }

    private func keyEnd(of body: KeyBody) -> Int? {
        let label = body.position + 5
        guard body.position < text.count, !body.isEnded, starts(with: "END ", at: label) else {
            return body.endWithoutFooter(isAtEnd: body.position == text.count)
        }
        let labelEnd = endOfLabel(from: label)
        return body.looksLikeKey ? endOfRun(of: .dash, from: labelEnd, limit: 5) : nil
    }

    private func endOfLabel(from label: Int) -> Int {
        var end = label
        while end - label < 64, isClass([.upper, .digit], at: end) || isByte(" ", at: end) { end += 1 }
        return end
    }

    private func holdsPrivateKey(_ label: Range<Int>) -> Bool {
        label.contains { starts(with: "PRIVATE KEY", at: $0) }
    }

    func starts(with word: StaticString, at position: Int) -> Bool {
        guard word.utf8CodeUnitCount <= text.count - position else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] == word.utf8Start[$0] }
    }
}
