extension SecretScanner {
    /// A value after a name, with or without quotes.
    struct Literal {
        let start: Int
        /// The end of the value or of its first bytes.
        let windowEnd: Int
        /// The quote around it and the backslashes before each quote: a string inside strings has some.
        let quote: UInt8?
        let backslashes: Int
        var context: SecretValue.Context
    }

    func literal(from start: Int) -> Literal {
        var opening = start
        while opening - start < 8, isByte("\\", at: opening) { opening += 1 }
        guard isClass(.quote, at: opening) else { return bareLiteral(from: start) }
        let (quote, backslashes) = (text[opening], opening - start)
        let limit = min(text.count, opening + 1 + SecretValue.window)
        let end = endOfQuoted(from: opening + 1, quote, backslashes, limit: limit)
        let context = SecretValue.Context(isQuoted: true)
        return Literal(
            start: opening + 1, windowEnd: end, quote: quote, backslashes: backslashes, context: context)
    }

    private func bareLiteral(from start: Int) -> Literal {
        let end = endOfBare(from: start, limit: min(text.count, start + SecretValue.window))
        var context = SecretValue.Context()
        context.isApplied = isByte("(", at: end) || isByte("[", at: end) || isByte("<", at: end)
        context.endsPlainly =
            end == text.count || isClass(.space, at: end) || isByte("&", at: end) || isByte(";", at: end)
        return Literal(start: start, windowEnd: end, quote: nil, backslashes: 0, context: context)
    }

    /// The end of the whole value, however long it is.
    func end(of value: Literal) -> Int {
        guard let quote = value.quote else { return endOfBare(from: value.start, limit: text.count) }
        return endOfQuoted(from: value.start, quote, value.backslashes, limit: text.count)
    }

    private func endOfBare(from start: Int, limit: Int) -> Int {
        var end = start
        while end < limit, !isClass(.unquotedEnd, at: end), text[end] != 0x1B { end += 1 }
        return end
    }

    /// A quote with more backslashes before it belongs to the value; a line's end ends the value too.
    private func endOfQuoted(from start: Int, _ quote: UInt8, _ backslashes: Int, limit: Int) -> Int {
        var (end, depth) = (start, 0)
        while end < limit, text[end] != UInt8(ascii: "\n") {
            if text[end] == UInt8(ascii: "\\") {
                depth += 1
            } else {
                if text[end] == quote, depth <= backslashes { return end - depth }
                depth = 0
            }
            end += 1
        }
        return end
    }
}
