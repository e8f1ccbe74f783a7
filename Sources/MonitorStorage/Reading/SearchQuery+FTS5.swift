import MonitorCore

extension SearchQuery {
    /// The query in FTS5's language, every word quoted so that nothing in it is an operator; `nil` without a word.
    var fts5: String? {
        let parts = terms.compactMap { term -> String? in
            switch term {
            case .phrase(let text): SearchQuery.hasWord(text) ? SearchQuery.quote(text) : nil
            case .prefix(let text): SearchQuery.hasWord(text) ? SearchQuery.quote(text) + " *" : nil
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    /// The tokenizer drops all but letters and digits; a phrase of nothing else would match nothing.
    private static func hasWord(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static func quote(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
