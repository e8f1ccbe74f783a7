import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct HighlighterTests {
    /// The pieces of an excerpt, matches in brackets.
    private func excerpt(_ query: String, _ text: String) -> String {
        Highlighter(SearchQuery(query)).excerpt(of: text).pieces
            .map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(arguments: [
        ("round", "Round half up, rounding around round.", "[Round] half up, rounding around [round]."),
        ("round*", "Round half up, rounding around", "[Round] half up, [rounding] around"),
        ("\"half up\"", "half, up: half upper half-up", "[half, up]: half upper [half-up]"),
        ("needle wor*", "a needle at work", "a [needle] at [work]"),
        ("needle-wor*", "a needle, work", "a [needle, work]"),
        ("cafe", "Café CAFE\u{301} cafés", "[Café] [CAFE\u{301}] cafés"),
        ("straße 日本", "Straße 日本 日本語", "[Straße] [日本] 日本語"),
        ("a", "a_b a.b", "[a]_b [a].b"),
        ("%", "50 %", "50 %"),
    ])
    func `words, phrases and beginnings are found as the index finds them`(
        query: String, text: String, expected: String
    ) {
        #expect(excerpt(query, text) == expected)
    }

    @Test func `a text keeps every scalar, whatever it holds`() {
        let texts = [
            "<mark>word</mark>", "\u{E000}word\u{E001}", "word\u{301}\u{301}", "\u{301}word", "wor\u{200D}d word", "",
            "\"\u{301} onmouseover=\"word", "word\u{0}word",
        ]
        for text in texts {
            let pieces = Highlighter(SearchQuery("word")).excerpt(of: text).pieces
            #expect(pieces.map { Array($0.text.unicodeScalars) }.joined().elementsEqual(text.unicodeScalars), "\(text)")
        }
    }

    @Test func `a long text is shown around its first match`() {
        let text = String(repeating: "hay ", count: 1_000) + "needle" + String(repeating: " hay", count: 1_000)
        let pieces = Highlighter(SearchQuery("needle")).excerpt(of: text).pieces
        #expect(pieces.map(\.isMatch) == [false, false, true, false, false])
        #expect(pieces.first?.text == "…" && pieces.last?.text == "…")
        #expect(pieces.reduce(0) { $0 + $1.text.count } == 322)
    }
}
