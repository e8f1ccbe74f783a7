import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct FilterTextTests {
    private let now = JournalFixture.now

    private func filter(_ query: String) throws -> UpdateFilter {
        let query = FormQuery(query).withoutEmptyValues
        return try PageFilter(QueryDecoder(query, known: Set(query.items.map(\.name)))).updateFilter(now: now)
    }

    @Test func `words and fields are told apart`() throws {
        let text = try FilterText(#"round  "half up" kind:tool_use tag:"two words" other:x since:7d"#)
        #expect(text.words == #"round "half up" other:x"#)
        #expect(text.fields.map(\.name) == ["kind", "tag", "since"])
        #expect(text.fields.map(\.value) == ["tool_use", "two words", "7d"])
    }

    @Test func `fields in the text and in the address narrow together`() throws {
        let filter = try filter("q=round+kind:a+since:1h&kind=b&level=&source=claude&source=github:acme/x&tag=t")
        #expect(filter.search == SearchQuery("round") && filter.kinds == ["a", "b"] && filter.levels == [])
        #expect(filter.sourceFamilies == ["claude"] && filter.sources == ["github:acme/x"] && filter.tags == ["t"])
        #expect(filter.since == now.advanced(by: .seconds(-3_600)))
    }

    @Test(arguments: [
        ("q=%25", "'q' has no letter"), ("q=kind:", "'q' has 'kind:' without"),
        ("q=level:loud", "'level' cannot be 'loud'"),
        ("q=since:soon", "'since' must be an age"), ("since=-1d", "'since' must be an age"),
        ("workstream_id=1", "'workstream_id' must be a UUID"),
        ("q=\(String(repeating: "x", count: 501))", "'q' is longer"),
    ])
    func `an error names the field and what would be right`(query: String, message: String) {
        let error = #expect(throws: APIError.self) { try filter(query) }
        #expect(error?.message.hasPrefix(message) == true && error?.status == 400)
    }

    @Test func `a link says the same filter again`() throws {
        let query = FormQuery("kind=a%26b&q=%22x+y%22+%C3%A9&tag=1%2B1")
        let filter = try PageFilter(QueryDecoder(query, known: ["kind", "q", "tag"]))
        #expect(filter.link(to: "/search") == "/search?q=%22x%20y%22%20%c3%a9&kind=a%26b&tag=1%2b1")
        #expect(
            filter.setting("kind", to: nil).setting("q", to: nil).link(to: "/s", [("view", "x")])
                == "/s?view=x&tag=1%2b1")
    }
}
