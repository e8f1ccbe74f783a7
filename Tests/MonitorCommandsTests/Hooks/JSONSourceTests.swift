import MonitorCore
import Testing

@Suite struct JSONSourceTests {
    private func source(_ text: String, comments: Bool = false) throws -> JSONSource {
        try JSONSource(parsing: Array(text.utf8), allowingComments: comments)
    }

    private func text(_ source: JSONSource, _ range: Range<Int>) -> String {
        String(decoding: source.bytes[range], as: UTF8.self)
    }

    @Test func `every value has its place`() throws {
        let source = try source("\u{FEFF} { \"a\\u0062\" : [ 1 , {\"é\":null} ] , \"c\":\"}\" } ")
        let members = try #require(source.root.members)
        #expect(members.map(\.key) == ["ab", "c"])
        #expect(text(source, members[0].range) == #""a\u0062" : [ 1 , {"é":null} ]"#)
        #expect(text(source, members[0].keyRange) == #""a\u0062""#)
        #expect(members[0].value.children.map { text(source, $0) } == ["1", #"{"é":null}"#])
        #expect(try source.value(of: members[1].value).string == "}")
    }

    @Test(arguments: ["{\"a\":1,}", "[1 2]", "{\"a\" 1}", "{1:2}", "[", "{\"a\":", "nul", "[1]]", "", " ", "// x"])
    func `what is no JSON is refused as the scanner does`(text: String) {
        #expect(throws: JSONSyntaxError.self) { try source(text) }
        #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: Array(text.utf8)) }
    }

    @Test func `depth has the scanner's bound`() throws {
        let deep = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        _ = try source(deep)
        #expect(throws: JSONSyntaxError.self) { try source("[\(deep)]") }
    }

    @Test func `comments are blanked outside of strings where they are allowed`() throws {
        let text = "// a \"b\"\r\n{ /* * / ] */ \"u\": \"http://x /* y */ \\\" //\" } // é"
        let source = try source(text, comments: true)
        #expect(try source.value(of: source.root)["u"]?.string == "http://x /* y */ \" //")
        #expect(source.bytes == Array(text.utf8) && source.plain.count == source.bytes.count)
        #expect(throws: JSONSyntaxError.self) { try self.source("{} /* open", comments: true) }
    }
}
