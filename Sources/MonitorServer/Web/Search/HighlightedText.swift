import Mustache

/// A text in pieces, some of which match a search.
struct HighlightedText: MustacheParent {
    struct Piece: MustacheParent, Equatable {
        let text: String
        let isMatch: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "text": text
            case "isMatch": isMatch
            default: nil
            }
        }
    }

    private(set) var pieces: [Piece] = []

    /// A text in which nothing matches.
    init(_ text: String) { add(text, isMatch: false) }

    /// A part of a text, with an ellipsis where it is cut; matches are in order and may overlap.
    init(_ text: String, in range: Range<String.Index>, matches: [Range<String.Index>]) {
        if range.lowerBound > text.startIndex { add("…", isMatch: false) }
        var place = range.lowerBound
        for match in matches where match.upperBound > place && match.lowerBound < range.upperBound {
            let start = max(match.lowerBound, place)
            let end = min(match.upperBound, range.upperBound)
            add(String(text.unicodeScalars[place..<start]), isMatch: false)
            add(String(text.unicodeScalars[start..<end]), isMatch: true)
            place = end
        }
        add(String(text.unicodeScalars[place..<range.upperBound]), isMatch: false)
        if range.upperBound < text.endIndex { add("…", isMatch: false) }
    }

    private mutating func add(_ text: String, isMatch: Bool) {
        if !text.isEmpty { pieces.append(Piece(text: text, isMatch: isMatch)) }
    }

    func child(named name: String) -> Any? { name == "pieces" ? pieces : nil }
}
