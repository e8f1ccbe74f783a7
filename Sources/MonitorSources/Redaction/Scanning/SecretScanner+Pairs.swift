extension SecretScanner {
    /// Looks at `name=value`, `"name" => "value"` and their like.
    mutating func scanAssignment() {
        let sign = position
        position += 1
        if isByte("=", at: position) || isByte("~", at: position) {
            position = endOfRun(of: .base64Mark, from: position)
            return
        }
        let isArrow = isByte(">", at: position)
        scanPair(sign: sign, valueFrom: isArrow ? position + 1 : position, isColon: false)
    }

    /// Looks at `name: value` and `scheme://user:password@host`.
    mutating func scanColon() {
        let sign = position
        position += 1
        if isByte("/", at: position), isByte("/", at: position + 1) { return scanAuthority(from: position + 2) }
        if isByte(":", at: position) {
            position += 1
            return
        }
        scanPair(sign: sign, valueFrom: isByte("=", at: position) ? position + 1 : position, isColon: true)
    }

    private mutating func scanPair(sign: Int, valueFrom start: Int, isColon: Bool) {
        let nameEnd = endOfName(before: sign)
        guard let name = SecretName(endingAt: nameEnd, in: text) else { return }
        let valueStart = skipSpaces(from: start)
        let isSpaced = isByte(" ", at: sign - 1) || valueStart > start
        var value = literal(from: valueStart)
        value.context.isCapital = name.isCapital
        value.context.isCode = !value.context.isQuoted && (isColon || isSpaced)
        if name.isVague, value.context.isCode { return }
        if name.group == .authorization { return scanAuthorization(value) }
        take(value, of: name)
    }

    /// Looks at `--name value`, and at the `--user` of `curl`.
    mutating func scanLongOption(after dashes: Int) {
        let end = endOfRun(of: .base64URL, from: position, limit: 64)
        guard isByte(" ", at: end), !isClass(.word, at: dashes - 1) else { return }
        if lastCurl != nil, end == position + 4, starts(with: "user", at: position) { return scanUserOption(to: end) }
        guard let name = SecretName(endingAt: end, in: text), name.group != .authorization else { return }
        var value = literal(from: skipSpaces(from: end))
        // In a sentence the next word is no value.
        value.context.endsPlainly = false
        take(value, of: name)
    }

    private mutating func take(_ value: Literal, of name: SecretName) {
        guard !isKnownShape(at: value.start), looksSecret(value, as: name.group) else { return }
        take(Secret(range: value.start..<end(of: value), kind: name.kind))
    }

    private func looksSecret(_ value: Literal, as group: SecretName.Group) -> Bool {
        SecretValue(slice(value.start..<value.windowEnd), in: value.context).isPlausible(as: group)
    }

    /// Passes the quotes, spaces and brackets between a name and its sign, a few of them.
    private func endOfName(before sign: Int) -> Int {
        var end = sign
        while end > 0, sign - end < 8, !isClass(.word, at: end - 1) {
            switch text[end - 1] {
            case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "]"),
                UInt8(ascii: "?"), UInt8(ascii: "`"):
                end -= 1
            default: return end
            }
        }
        return end
    }

    func skipSpaces(from start: Int) -> Int {
        var position = start
        while isByte(" ", at: position) || isByte("\t", at: position) { position += 1 }
        return position
    }
}
