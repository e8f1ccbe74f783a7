import MonitorCore
import Testing

@Suite struct SearchQueryTests {
    @Test(
        arguments: [
            ("", []), ("   \t\n", []), ("word", [.phrase("word")]), ("two words", [.phrase("two"), .phrase("words")]),
            ("\"a phrase\"", [.phrase("a phrase")]), ("a \"b c\" d", [.phrase("a"), .phrase("b c"), .phrase("d")]),
            ("\"open to the end", [.phrase("open to the end")]),
            ("a\"b\"c", [.phrase("a"), .phrase("b"), .phrase("c")]),
            ("\"\"", []), ("\"  \"", []), ("\"", []), ("\"\"\"", []), ("pre*", [.prefix("pre")]), ("*", [.phrase("*")]),
            ("**", [.prefix("*")]), ("\"no prefix*\"", [.phrase("no prefix*")]), ("a*b", [.phrase("a*b")]),
            ("a OR b", [.phrase("a"), .phrase("OR"), .phrase("b")]), ("NOT x", [.phrase("NOT"), .phrase("x")]),
            ("-x +y", [.phrase("-x"), .phrase("+y")]), ("a:b", [.phrase("a:b")]),
            ("NEAR(a b)", [.phrase("NEAR(a"), .phrase("b)")]),
            ("(a)", [.phrase("(a)")]), ("it's", [.phrase("it's")]), ("^a", [.phrase("^a")]),
            ("日本 語*", [.phrase("日本"), .prefix("語")]),
            ("a\u{A0}b", [.phrase("a"), .phrase("b")]),
        ] as [(String, [SearchQuery.Term])])
    func `a search is read as a person means it`(_ text: String, _ terms: [SearchQuery.Term]) {
        #expect(SearchQuery(text).terms == terms)
    }

    @Test(arguments: HostileText.all + ["\"\u{301}", "a\"\u{301}b\"\u{200D}c", "\"\"\u{301}\"\""])
    func `no term holds a quotation mark or is empty`(_ text: String) {
        for term in SearchQuery(text).terms {
            let word =
                switch term {
                case .phrase(let word), .prefix(let word): word
                }
            #expect(!word.isEmpty)
            #expect(!word.utf8.contains(UInt8(ascii: "\"")))
        }
    }
}
