extension SecretScanner {
    private static let schemes: [StaticString] = [
        "bearer ", "basic ", "token ", "apikey ", "api-key ", "bot ", "oauth ", "negotiate ", "key ", "digest ",
        "aws4-hmac-sha256 ", "hawk ",
    ]

    /// Hides what an `Authorization` header says after its scheme, which stays.
    mutating func scanAuthorization(_ value: Literal) {
        guard let start = startOfCredential(in: value) else { return }
        let end = start == value.start ? end(of: value) : endOfCredential(from: start, in: value)
        take(Secret(range: start..<end, kind: .authorization))
    }

    /// Where the part to hide begins; `nil` where there is none, or where its own shape will tell more.
    mutating func startOfCredential(in value: Literal) -> Int? {
        guard let scheme = endOfScheme(at: value.start) else {
            let look = SecretValue(slice(value.start..<value.windowEnd), in: value.context)
            return look.isPlausible(as: .credential) && !isKnownShape(at: value.start) ? value.start : nil
        }
        let start = skipSpaces(from: scheme)
        let end = endOfBareCredential(from: start, limit: SecretValue.window)
        let look = SecretValue(slice(start..<end), in: .init(isApplied: isByte("(", at: end)))
        return look.isPlausibleAfterScheme && !isKnownShape(at: start) ? start : nil
    }

    /// `Bearer` and a token, wherever they stand.
    mutating func bearer(_ start: Int) -> Secret? {
        let end = endOfBareCredential(from: start, limit: .max)
        guard end - start >= 16, isClass(.word, at: start), !isKnownShape(at: start) else { return nil }
        let value = SecretValue(slice(start..<min(end, start + SecretValue.window)), in: .init())
        guard value.digits > 1, !value.isPlaceholder, !value.isPath else { return nil }
        return Secret(range: start..<end, kind: .authorization)
    }

    private func endOfScheme(at start: Int) -> Int? {
        for scheme in SecretScanner.schemes where startsInAnyCase(with: scheme, at: start) {
            return start + scheme.utf8CodeUnitCount
        }
        return nil
    }

    private func startsInAnyCase(with word: StaticString, at position: Int) -> Bool {
        guard word.utf8CodeUnitCount <= text.count - position else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] | 0x20 == word.utf8Start[$0] }
    }

    /// `username="…", response="…"`: the credential is the rest of the line.
    private func hasParts(from start: Int) -> Bool {
        let end = endOfRun(of: .base64URL, from: start, limit: 32)
        return end > start && isByte("=", at: end) && !isByte("=", at: end + 1) && end + 1 < text.count
            && !isClass(.unquotedEnd.subtracting(.quote), at: end + 1)
    }

    private func endOfCredential(from start: Int, in value: Literal) -> Int {
        guard hasParts(from: start) else { return endOfBareCredential(from: start, limit: .max) }
        if value.context.isQuoted { return end(of: value) }
        var end = start
        while end < text.count, !isByte("\n", at: end), !isByte("'", at: end), !isByte("\\", at: end) { end += 1 }
        return end
    }

    private func endOfBareCredential(from start: Int, limit: Int) -> Int {
        var end = endOfRun(of: [.base64URL, .base64Mark, .dot], from: start, limit: limit)
        while end - start < limit, isByte("~", at: end) || isByte(":", at: end) {
            end = endOfRun(of: [.base64URL, .base64Mark, .dot], from: end + 1)
        }
        return end
    }
}
