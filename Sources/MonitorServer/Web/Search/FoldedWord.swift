/// A word of a text and how the search index sees it: without case and, for Latin letters, without accents.
struct FoldedWord {
    let range: Range<String.Index>
    let folded: String

    /// The words of a text in their order.
    static func words(of text: String) -> [FoldedWord] {
        var words: [FoldedWord] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while let start = scalars[index...].firstIndex(where: \.isOfWord) {
            let end = scalars[start...].firstIndex { !$0.isOfWord && !$0.isMark } ?? scalars.endIndex
            words.append(FoldedWord(range: start..<end, folded: fold(scalars[start..<end])))
            index = end
        }
        return words
    }

    private static func fold(_ scalars: Substring.UnicodeScalarView) -> String {
        var folded = ""
        for scalar in scalars where !scalar.isMark {
            let lower = scalar.isASCII ? scalar.lowercaseASCII : scalar.properties.lowercaseMapping
            folded += scalar.isASCII ? lower : lower.first.flatMap { bases[$0] } ?? lower
        }
        return folded
    }

    /// Latin letters by what they are with an accent; a composed letter is the same key as its parts.
    private static let bases: [Character: String] = {
        var bases: [Character: String] = [:]
        for letter in "abcdefghijklmnopqrstuvwxyz".unicodeScalars {
            for mark in (0x300...0x36F).compactMap(Unicode.Scalar.init(_:)) {
                var text = String.UnicodeScalarView()
                text.append(letter)
                text.append(mark)
                bases[Character(String(text))] = String(letter)
            }
        }
        return bases
    }()
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        if value < 0x300 { return false }
        return [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
    }

    fileprivate var lowercaseASCII: String {
        ("A"..."Z").contains(self) ? String(UnicodeScalar(UInt8(value) + 32)) : String(self)
    }
}
