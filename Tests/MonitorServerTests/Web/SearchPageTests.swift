import MonitorCore
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct SearchPageTests {
    private let templates: TemplateLibrary
    private var journal = JournalFixture()

    init() throws {
        templates = try TemplateLibrary()
        let tax = journal.addTask("Fix tax rounding")
        let export = journal.addTask("Ledger export", workstream: "acme/payments")
        journal.addUpdate(UpdateContent(source: "claude:1", message: "one round per order", kind: "tool_use"), to: tax)
        journal.addUpdate(UpdateContent(source: "claude:2", message: "nothing"), to: tax)
        journal.addUpdate(
            UpdateContent(source: "manual", message: "a round trip", kind: "note", tags: ["a&b"]), to: export,
            at: JournalFixture.ago(.seconds(86_400 * 3)))
    }

    private func search(_ text: String = "", in other: JournalFixture? = nil) async throws -> String {
        let query = FormQuery(text).withoutEmptyValues
        return try await SearchPage(store: other ?? journal, templates: templates) { JournalFixture.now }
            .render(QueryDecoder(query, known: Set(query.items.map(\.name))))
    }

    @Test func `a search shows its hits with what matched, and what they can be narrowed to`() async throws {
        let html = try await search("q=round")
        #expect(html.contains("one <mark>round</mark> per order") && html.contains("a <mark>round</mark> trip"))
        #expect(!html.contains(">nothing<"))
        #expect(html.contains("<h2 id=\"hits-h\">2 updates</h2><span class=\"dim\">in 2 tasks"))
        #expect(
            html.contains("href=\"/search?q=round&amp;kind=tool_use\"><span>tool use</span><span class=\"count\">1<"))
        #expect(html.contains("href=\"/search?q=round&amp;source=claude\"><span>Claude Code</span>"))
        #expect(html.contains("<span>last day</span><span class=\"count\">1</span>"))
        #expect(html.contains("href=\"/search?q=round&amp;tag=a%26b\">a&amp;b</a>"))
    }

    @Test func `without a text it shows everything, the newest first`() async throws {
        let html = try await search("q=")
        #expect(html.contains("3 updates") && html.contains(">nothing</p>") && !html.contains("<mark>"))
        #expect(html.contains("aria-current=\"true\"><span>any time</span><span class=\"count\">3</span>"))
    }

    @Test func `a facet that is chosen leads back`() async throws {
        let html = try await search("q=round&kind=note")
        #expect(html.contains("href=\"/search?q=round\" aria-current=\"true\"><span>note</span>"))
        #expect(html.contains("<input type=\"hidden\" name=\"kind\" value=\"note\">"))
        #expect(html.contains("1 update</h2>"))
    }

    @Test func `what is wrong with the text stands at its field`() async throws {
        let html = try await search("q=level:loud")
        #expect(html.contains("value=\"level:loud\"") && html.contains("aria-invalid=\"true\""))
        #expect(html.contains("&#39;level&#39; cannot be &#39;loud&#39;"))
        await #expect(throws: APIError.self) { try await search("level=loud") }
    }

    @Test func `older hits are behind a link, down to the first`() async throws {
        var journal = JournalFixture()
        journal.addUpdates(60, to: journal.addTask("busy"))
        let html = try await search("q=update", in: journal)
        #expect(html.contains("href=\"/search?q=update&amp;before_seq=11\">Older"))
        let last = try await search("q=update&before_seq=11", in: journal)
        #expect(last.contains("<mark>update</mark> 1</p>") && last.contains("hidden>Older"))
    }

    @Test func `nothing found is said`() async throws {
        #expect(try await search("q=zebra").contains("No update matches."))
    }

    @Test func `a hostile text stays text, also where it matches`() async throws {
        let hostile = "\"\u{301} onmouseover=\"alert(1) </mark><script>alert(1)</script> {{name}} \u{E000}"
        var journal = JournalFixture()
        journal.addUpdate(
            UpdateContent(source: hostile, author: hostile, message: hostile, kind: hostile, tags: [hostile]),
            to: journal.addTask(hostile, workstream: hostile))
        for text in [
            "", "q=alert", "q=\(FormQuery(items: [("", hostile)]).text.dropFirst())", "kind=%22%3E%3Cscript%3Ealert",
        ] {
            let html = try await search(text, in: journal)
            #expect(!html.utf8.contains("\"\u{301}".utf8) && !html.utf8.contains("<script>alert".utf8))
            #expect(!html.utf8.contains("</mark><script".utf8))
        }
    }
}
