import MonitorClient
import MonitorCore
import Testing

@Suite struct QueryTests {
    @Test(arguments: ["plain", "a b+c", "100%", "x=1&y=2", "ü€😀", "\r\n\u{0}", "?#/"])
    func `the server reads what was written`(value: String) throws {
        let query: Query = ["q": value, "tag": "one", "tag": "two"]
        let read = FormQuery(query.encoded.dropFirst())
        #expect(read.items.map(\.name) == ["q", "tag", "tag"])
        #expect(read.items.map(\.value) == [value, "one", "two"])
    }

    @Test func `what has no value is left out`() {
        var query = Query()
        query.add("limit", Int?.none)
        query.add("include_hidden", ifSet: false)
        query.add("kind", any: [])
        #expect(query.encoded.isEmpty)
    }
}
