import MonitorCore

/// Finds what a search has matched in a text.
///
/// Matches are ranges of the text, never marks within it: agents write whatever they like, and the template escapes
/// each piece.
struct Highlighter {
    /// Words that must follow each other; of a prefix the last one only begins so.
    fileprivate struct Pattern {
        let words: [String]
        let isPrefix: Bool
    }

    private let patterns: [Pattern]

    /// A hit shows some three lines.
    private static let excerptLength = 320
    /// What stands before the first match.
    private static let leadLength = 80
    /// A match beyond is not looked for: a page has many hits, and a message may have 64 KB.
    private static let searchedLength = 16_000

    init(_ query: SearchQuery?) {
        patterns = (query?.terms ?? []).compactMap { term in
            switch term {
            case .phrase(let text): Pattern(text, isPrefix: false)
            case .prefix(let text): Pattern(text, isPrefix: true)
            }
        }
    }

    /// The part of the text around its first match, in pieces that match or do not.
    func excerpt(of text: String) -> HighlightedText {
        if patterns.isEmpty { return HighlightedText(text.cut(Highlighter.excerptLength)) }
        let text = text.cut(Highlighter.searchedLength)
        let matches = matches(in: text)
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        if let first = matches.first?.lowerBound {
            let ahead = scalars.index(first, offsetBy: -Highlighter.leadLength, limitedBy: start) ?? start
            if scalars.distance(from: start, to: ahead) > Highlighter.leadLength { start = ahead }
        }
        let end = scalars.index(start, offsetBy: Highlighter.excerptLength, limitedBy: scalars.endIndex)
        return HighlightedText(text, in: start..<(end ?? scalars.endIndex), matches: matches)
    }

    private func matches(in text: String) -> [Range<String.Index>] {
        let words = FoldedWord.words(of: text)
        var matches: [Range<String.Index>] = []
        for index in words.indices {
            let longest = patterns.filter { $0.matches(words[index...]) }.map(\.words.count).max()
            if let longest {
                matches.append(words[index].range.lowerBound..<words[index + longest - 1].range.upperBound)
            }
        }
        return matches
    }
}

extension Highlighter.Pattern {
    fileprivate init?(_ text: String, isPrefix: Bool) {
        words = FoldedWord.words(of: text).map(\.folded)
        self.isPrefix = isPrefix
        if words.isEmpty { return nil }
    }

    fileprivate func matches(_ text: ArraySlice<FoldedWord>) -> Bool {
        guard text.count >= words.count else { return false }
        let isSame = zip(words, text).dropLast().allSatisfy { $0 == $1.folded }
        guard isSame, let last = words.last else { return false }
        let found = text[text.startIndex + words.count - 1].folded
        return isPrefix ? found.hasPrefix(last) : found == last
    }
}
