import MonitorCore
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct StreamPageTests {
    private let templates: TemplateLibrary
    private var journal = JournalFixture()

    init() throws {
        templates = try TemplateLibrary()
        let tax = journal.addTask("Fix tax rounding")
        let export = journal.addTask("Ledger export", workstream: "acme/payments")
        journal.addUpdate(UpdateContent(source: "claude:1", message: "first tool", kind: "tool_use"), to: tax)
        journal.addUpdate(
            UpdateContent(source: "codex:1", message: "a plan", kind: "plan_update", tags: ["x"]), to: export)
        journal.addUpdate(UpdateContent(source: "claude:1", message: "second tool", kind: "tool_use"), to: tax)
    }

    private func stream(_ text: String, in other: JournalFixture? = nil) async throws -> String {
        let query = FormQuery(text).withoutEmptyValues
        let rows = RenderedRows<UpdateView>(templates: templates)
        return try await StreamPage(store: other ?? journal, templates: templates, rows: rows) { JournalFixture.now }
            .render(QueryDecoder(query, known: Set(query.items.map(\.name))))
    }

    @Test(arguments: StreamView.allCases)
    func `each view shows what the filter wants, and its links and live rows keep to it`(view: StreamView) async throws
    {
        let html = try await stream("view=\(view)&kind=plan_update&level=&q=")
        #expect(html.contains("a plan") && !html.contains("first tool"))
        #expect(html.contains("data-query=\"kind=plan_update\""))
        #expect(html.contains("href=\"/stream?view=lanes&amp;kind=plan_update\""))
        #expect(html.contains("href=\"/stream?view=\(view)\">Clear</a>"))
        #expect(html.contains("value=\"plan_update\" checked>plan update<span class=\"count\">1</span>"))
        #expect(html.contains("Kind <span class=\"dim\">1 of 2</span>"))
    }

    @Test(arguments: StreamView.allCases)
    func `a workstream, a family of sources and a tag narrow every view`(view: StreamView) async throws {
        let payments = try #require(journal.workstreamRows.last?.id)
        for filter in ["workstream_id=\(payments)", "source=codex", "q=tag:x", "tag=x", "q=plan"] {
            let html = try await stream("view=\(view)&\(filter)")
            #expect(html.contains("a plan") && !html.contains("first tool"), "\(filter)")
        }
    }

    @Test(arguments: StreamView.allCases)
    func `what is wrong with the text stands at its field`(view: StreamView) async throws {
        let html = try await stream("view=\(view)&q=level:loud")
        #expect(html.contains("aria-invalid=\"true\"") && html.contains("cannot be &#39;loud&#39;"))
        #expect(!html.contains("first tool") && !html.contains("No update"))
        await #expect(throws: APIError.self) { try await stream("view=\(view)&level=loud") }
    }

    @Test func `nothing that matches is said, with a way back`() async throws {
        let html = try await stream("view=grouped&q=zebra")
        #expect(html.contains("No update matches.") && html.contains("Clear the filter"))
        #expect(!html.contains("No update yet"))
    }

    @Test func `a task that waits comes first in the lanes, however long ago, and one that is done has none`()
        async throws
    {
        var journal = JournalFixture()
        for index in 0..<20 { journal.addUpdates(1, to: journal.addTask("task \(index)")) }
        journal.taskRows[0].attention = .init(reason: .plan, message: "x", since: JournalFixture.now)
        journal.taskRows[19].status = .done
        let html = try await stream("view=lanes", in: journal)
        let names = html.split(separator: "<section class=\"lane ").dropFirst().map { lane in
            lane.split(separator: "aria-label=\"")[1].prefix { $0 != "\"" }
        }
        #expect(names == ["task 0"] + (7...18).reversed().map { "task \($0)" })
        #expect(html.contains("href=\"/stream?view=lanes&amp;before_seq=8\">Older"))
        let older = try await stream("view=lanes&before_seq=8", in: journal)
        #expect(older.contains("task 6") && !older.contains("\"task 0\"") && older.contains("hidden>Older"))
    }

    @Test func `the link to the task is in the body of a row, not in what opens it`() async throws {
        let html = try await stream("view=chronological")
        let summaries = html.split(separator: "<summary>").dropFirst().compactMap {
            $0.split(separator: "</summary>").first
        }
        #expect(!summaries.isEmpty && summaries.allSatisfy { !$0.contains("<a ") })
        #expect(html.contains("<span data-task-name="))
    }
}
