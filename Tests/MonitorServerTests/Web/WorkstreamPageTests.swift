import MonitorCore
import MonitorLive
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct WorkstreamPageTests {
    private let templates: TemplateLibrary
    private var journal = JournalFixture()

    init() throws {
        templates = try TemplateLibrary()
        let tax = journal.addTask("Fix tax rounding")
        journal.addUpdates(120, to: tax)
        journal.addUpdate(
            UpdateContent(source: "x", message: "of another"), to: journal.addTask("Other", workstream: "other"))
    }

    private func workstreamPage(of journal: JournalFixture) -> WorkstreamPage {
        WorkstreamPage(
            store: journal, activity: RecentActivity(), templates: templates, rows: RowCache(templates: templates),
            clock: { JournalFixture.now })
    }

    private func page(_ text: String = "", in other: JournalFixture? = nil) async throws -> String {
        let journal = other ?? journal
        let id = try #require(journal.workstreamRows.first?.id)
        let query = FormQuery(text).withoutEmptyValues
        return try await workstreamPage(of: journal)
            .render(id, QueryDecoder(query, known: Set(query.items.map(\.name))))
    }

    @Test func `a workstream shows its own tasks and updates, and how to change it`() async throws {
        let id = try #require(journal.workstreamRows.first?.id)
        let html = try await page()
        #expect(html.contains("<h1>acme/shopfront</h1>") && html.contains("Fix tax rounding"))
        #expect(html.contains("update 120") && !html.contains("of another"))
        #expect(html.contains("action=\"/workstreams/\(id)\" data-live") && html.contains("name=\"metadata\""))
        #expect(html.contains("name=\"status\" value=\"archived\""))
        #expect(html.contains("data-query=\"workstream_id=\(id)\""))
        #expect(html.contains("href=\"/workstreams/\(id)?before_seq=21\">Older"))
    }

    @Test func `an archived one is shown too, with the way out of the archive`() async throws {
        var journal = journal
        journal.workstreamRows[0].status = .archived
        let html = try await page(in: journal)
        #expect(html.contains("<span class=\"chip\">archived</span>") && html.contains("Fix tax rounding"))
        #expect(html.contains("name=\"status\" value=\"active\""))
    }

    @Test func `its updates can be filtered, but never to another workstream's`() async throws {
        let other = try #require(journal.workstreamRows.last?.id)
        let html = try await page("q=60&workstream_id=\(other)")
        #expect(html.contains("update 60") && !html.contains("update 61") && !html.contains("of another"))
        #expect(try await page("q=zebra").contains("No update matches."))
        #expect(try await page("q=kind:").contains("aria-invalid=\"true\""))
    }

    @Test func `one that does not exist is not found`() async throws {
        let error = await #expect(throws: APIError.self) {
            let query = try QueryDecoder(FormQuery(""), known: [])
            _ = try await workstreamPage(of: JournalFixture()).render(.make(), query)
        }
        #expect(error?.status == 404)
    }

    @Test func `a hostile text stays text`() async throws {
        let hostile = "\"\u{301} onmouseover=\"alert(1) </textarea><script>alert(1)</script> {{name}}"
        var journal = JournalFixture()
        journal.addUpdate(
            UpdateContent(source: hostile, message: hostile), to: journal.addTask(hostile, workstream: hostile))
        journal.workstreamRows[0].metadata = RawJSON(minified: Array("{\"a\":\"</textarea><script>alert\"}".utf8))
        let html = try await page(in: journal)
        #expect(!html.utf8.contains("\"\u{301}".utf8) && !html.utf8.contains("<script>alert".utf8))
        #expect(!html.contains("</textarea><script"))
    }
}
