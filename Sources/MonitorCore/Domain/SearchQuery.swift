/// A text search as a person types it: all words are wanted, `"a phrase"`, `pre*`; anything else is literal.
package struct SearchQuery: Equatable, Sendable {
    /// What must occur; never empty, and without a quotation mark.
    package enum Term: Equatable, Sendable {
        /// Words in this order, side by side.
        case phrase(String)
        /// A word that begins so.
        case prefix(String)
    }

    package var terms: [Term]

    /// Reads the text; an open quote runs to the end, and operators of any search engine are plain words.
    ///
    /// Quotes are found among the bytes: as a `Character`, one with a combining mark would pass for another.
    package init(_ text: String) {
        var terms: [Term] = []
        let parts = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let part = Substring(part)
            if index % 2 == 1 {
                if !part.allSatisfy(\.isWhitespace) { terms.append(.phrase(String(part))) }
            } else {
                terms += part.split(whereSeparator: \.isWhitespace).map(SearchQuery.word)
            }
        }
        self.terms = terms
    }

    private static func word(_ text: Substring) -> Term {
        text.count > 1 && text.last == "*" ? .prefix(String(text.dropLast())) : .phrase(String(text))
    }
}
