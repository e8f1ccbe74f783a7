extension String {
    /// The text on one line of at most `limit` characters.
    ///
    /// White space of any kind and length becomes one space; an ellipsis stands for what was cut.
    func line(upTo limit: Int) -> String {
        var line = UnicodeScalarView()
        var (count, spaceIsDue) = (0, false)
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                spaceIsDue = count > 0
                continue
            }
            if count + 2 >= limit { return String(line) + "…" }
            if spaceIsDue { line.append(" ") }
            line.append(scalar)
            count += spaceIsDue ? 2 : 1
            spaceIsDue = false
        }
        return String(line)
    }

    /// The text without white space around it, cut to at most `limit` characters; its line breaks stay.
    func excerpt(upTo limit: Int) -> String {
        let text = drop(while: \.isWhitespace)
        let head = text.unicodeScalars.prefix(limit)
        if head.endIndex < text.endIndex { return String(String.UnicodeScalarView(head.dropLast())) + "…" }
        return String(text.reversed().drop(while: \.isWhitespace).reversed())
    }
}
