#if PostgreSQL
import Foundation
import MonitorCore

/// The words of a text as the search index has them: runs of letters and digits, in lower case, without accents.
///
/// PostgreSQL's own parsers go by the database's locale and see addresses, numbers and paths in what is plain words;
/// so that both stores find the same, words are made here. A position of the index goes up to 16,383 (PostgreSQL's
/// manual, section 12.11); beyond that words are found, but not as parts of a phrase.
enum SearchVector {
    private static let lastPosition = 16_383
    /// Bytes of one word; more than that of a longer one is not compared.
    private static let wordLength = 1_000

    /// Places of one word; later ones are not kept (the same section).
    private static let mostPositions = 256

    private struct Occurrence {
        let word: [UInt8]
        let position: Int
        /// The word's first eight bytes as a number, which settles most comparisons.
        let beginning: UInt64

        init(_ word: [UInt8], at position: Int) {
            (self.word, self.position) = (word, position)
            let bytes = word.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            beginning = bytes << UInt64(8 * max(0, 8 - word.count))
        }

        static func isBefore(_ a: Occurrence, _ b: Occurrence) -> Bool {
            if a.beginning != b.beginning { return a.beginning < b.beginning }
            if a.word != b.word { return a.word.lexicographicallyPrecedes(b.word) }
            return a.position < b.position
        }
    }

    /// The words of texts in the binary form of a `tsvector` (`tsvectorsend`); a phrase does not reach from one text into
    /// the next.
    static func encoded(_ texts: [String]) -> [UInt8] {
        let occurrences = occurrences(in: texts).sorted(by: Occurrence.isBefore)
        var (result, count, rest) = ([UInt8](), Int32(0), occurrences[...])
        result.append(bigEndian: count)
        while let word = rest.first?.word {
            let places = rest.prefix { $0.word == word }
            rest = rest.dropFirst(places.count)
            count += 1
            result += word
            result.append(0)
            append(places.map { UInt16($0.position) }, to: &result)
        }
        result.withUnsafeMutableBytes { $0.storeBytes(of: count.bigEndian, as: Int32.self) }
        return result
    }

    private static func occurrences(in texts: [String]) -> [Occurrence] {
        var (result, position): ([Occurrence], Int) = ([], 0)
        for text in texts {
            forEachWord(in: text) { word in
                position += 1
                result.append(Occurrence(word, at: min(position, lastPosition)))
            }
            position += 1
        }
        return result
    }

    /// Rising places, each once.
    private static func append(_ positions: [UInt16], to result: inout [UInt8]) {
        var kept: [UInt16] = []
        for position in positions where kept.last != position && kept.count < mostPositions { kept.append(position) }
        result.append(bigEndian: UInt16(kept.count))
        for position in kept { result.append(bigEndian: position) }
    }

    static func words(in text: String) -> [String] {
        var words: [String] = []
        forEachWord(in: text) { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    private static func forEachWord(in text: String, _ body: ([UInt8]) -> Void) {
        var word: [UInt8] = []
        func finish() {
            if !word.isEmpty { body(cut(word)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in plain(text).unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
                default: finish()
                }
            } else if scalar.properties.generalCategory == .nonspacingMark {
                continue
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word += scalar.properties.lowercaseMapping.utf8
            } else {
                finish()
            }
        }
        finish()
    }

    /// Accents as marks of their own; ASCII has none.
    private static func plain(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCanonicalMapping
    }

    private static func cut(_ word: [UInt8]) -> [UInt8] {
        if word.count <= wordLength { return word }
        var end = wordLength
        while end > 0, word[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(word[..<end])
    }
}

extension SearchQuery {
    /// The query in PostgreSQL's notation (`tsquery`); `nil` without a word.
    ///
    /// Words are letters and digits, so that nothing in them is an operator.
    var tsquery: String? {
        let parts = terms.compactMap { term in
            switch term {
            case .phrase(let text): SearchQuery.phrase(SearchVector.words(in: text))
            case .prefix(let text): SearchQuery.phrase(SearchVector.words(in: text)).map { $0 + ":*" }
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " & ")
    }

    private static func phrase(_ words: [String]) -> String? {
        words.isEmpty ? nil : words.joined(separator: " <-> ")
    }
}
#endif
