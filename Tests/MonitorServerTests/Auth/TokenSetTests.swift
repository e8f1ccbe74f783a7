import Testing

@testable import MonitorServer

@Suite struct TokenSetTests {
    @Test func `a token stands for the name and scope that it was added with`() {
        var tokens = TokenSet()
        #expect(tokens.isEmpty)
        tokens.add("one", scope: .full)
        tokens.add("two", name: "ci", scope: .ingest)
        #expect(!tokens.isEmpty)
        #expect(tokens.principal(for: "one") == Principal(name: nil, scope: .full))
        #expect(tokens.principal(for: "two") == Principal(name: "ci", scope: .ingest))
    }

    @Test(arguments: ["", "on", "onee", "One", " one", "one ", "o\u{301}ne", "two", "one,two"])
    func `no other text is a token`(text: String) {
        var tokens = TokenSet()
        tokens.add("one", scope: .full)
        #expect(tokens.principal(for: text) == nil)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a file has a name, a scope and a token on each line`(lineEnd: String) throws {
        let lines = [
            "# name scope token", "", "anna full t-1", "  ci,ingest,t-2  ", "board\tread\tt-3", "#x", "\u{A0}", "",
        ]
        var tokens = TokenSet()
        try tokens.add(file: lines.joined(separator: lineEnd))
        #expect(tokens.principal(for: "t-1") == Principal(name: "anna", scope: .full))
        #expect(tokens.principal(for: "t-2") == Principal(name: "ci", scope: .ingest))
        #expect(tokens.principal(for: "t-3") == Principal(name: "board", scope: .read))
        #expect(tokens.principal(for: "token") == nil)
    }

    @Test(arguments: [
        ("anna full", "line 1 is not: name scope token"),
        ("ok full t\nanna full t u", "line 2 is not: name scope token"),
        ("ok full t\r\nanna", "line 2 is not: name scope token"),
        ("anna Full t", "line 1 has an unknown scope; it is one of full, ingest, read"),
        ("anna s3cret full", "line 1 has an unknown scope; it is one of full, ingest, read"),
    ])
    func `a bad line is told by its number, without what stands there`(text: String, message: String) {
        var tokens = TokenSet()
        let error = #expect(throws: TokenSet.InvalidTokensFile.self) { try tokens.add(file: text) }
        #expect(error?.description == message)
    }
}
