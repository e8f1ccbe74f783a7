import MonitorCore
import MonitorLive
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct PageTests {
    private let templates: TemplateLibrary

    init() throws { templates = try TemplateLibrary() }

    private func query(_ text: String = "") throws -> QueryDecoder {
        let query = FormQuery(text)
        return try QueryDecoder(query, known: Set(query.items.map(\.name)))
    }

    private func dashboard(_ journal: JournalFixture, _ text: String = "") async throws -> String {
        try await DashboardPage(
            store: journal, activity: RecentActivity(), templates: templates, rows: RenderedRows(templates: templates),
            clock: { JournalFixture.now }
        )
        .render(query(text))
    }

    private func stream(_ journal: JournalFixture, _ text: String = "") async throws -> String {
        try await StreamPage(store: journal, templates: templates, rows: RenderedRows(templates: templates)) {
            JournalFixture.now
        }
        .render(query(text))
    }

    private func task(_ journal: JournalFixture, _ text: String = "") async throws -> String {
        let id = try #require(journal.taskRows.first?.id)
        return try await TaskPage(store: journal, templates: templates, calls: RenderedRows(templates: templates)) {
            JournalFixture.now
        }
        .render(id, query(text))
    }

    @Test func `an empty dashboard says how to begin`() async throws {
        let html = try await dashboard(JournalFixture())
        #expect(html.contains("monitor-cli workstream create \"Monitor MVP\""))
        #expect(html.contains("data-head-seq=\"0\""))
    }

    @Test func `the dashboard shows tasks under their workstreams, with what needs a person on top`() async throws {
        var journal = JournalFixture()
        let index = journal.addTask("Fix tax rounding")
        journal.addUpdate(
            UpdateContent(source: "claude:1", message: "Wants to run npm ci", level: .error), to: index,
            at: JournalFixture.ago(.seconds(360)))
        journal.taskRows[index].agentState = .waiting
        journal.taskRows[index].attention = .init(
            reason: .permission, message: "npm ci", since: JournalFixture.ago(.seconds(360)))
        let html = try await dashboard(journal)
        #expect(html.contains("<title>(1) Dashboard · Monitor</title>"))
        #expect(html.contains("<p>npm ci</p>"))
        #expect(html.contains("for 6 min</time>"))
        #expect(html.contains("<li class=\"row is-waiting\""))
        #expect(html.contains("Wants to run npm ci"))
        #expect(html.contains("<span class=\"errs\" title=\"1 error\">"))
    }

    @Test func `hidden tasks and archived workstreams are not on the dashboard`() async throws {
        var journal = JournalFixture()
        let hidden = journal.addTask("secret work")
        journal.taskRows[hidden].hidden = true
        journal.addTask("task of an archive", workstream: "old effort")
        journal.workstreamRows[1].status = .archived
        let html = try await dashboard(journal)
        #expect(!html.contains("secret work") && !html.contains("task of an archive") && !html.contains("old effort"))
    }

    @Test(arguments: ["", "view=chronological", "view=grouped", "view=lanes"])
    func `the stream shows the newest updates`(view: String) async throws {
        var journal = JournalFixture()
        journal.addUpdates(300, to: journal.addTask("busy"))
        let html = try await stream(journal, view)
        #expect(html.contains("data-seq=\"300\"") && !html.contains("data-seq=\"1\""))
        #expect(html.contains("data-head-seq=\"300\""))
    }

    @Test func `the stream goes on with older updates down to the first`() async throws {
        var journal = JournalFixture()
        journal.addUpdates(250, to: journal.addTask("busy"))
        #expect(try await stream(journal).contains("href=\"/stream?view=chronological&amp;before_seq=151\">Older"))
        let last = try await stream(journal, "before_seq=51")
        #expect(last.contains("data-seq=\"1\"") && last.contains("hidden>Older updates"))
        #expect(last.contains("data-newest=\"false\"") && last.contains("Newest updates"))
    }

    @Test func `a busy task does not push a quiet one out of the lanes`() async throws {
        var journal = JournalFixture()
        journal.addUpdates(1, to: journal.addTask("quiet one"))
        journal.addUpdates(300, to: journal.addTask("busy one"))
        let html = try await stream(journal, "view=lanes")
        #expect(html.contains("quiet one") && html.contains("busy one"))
    }

    @Test func `a view that does not exist is told`() async throws {
        await #expect(throws: APIError.self) { try await stream(JournalFixture(), "view=rows") }
    }

    @Test func `a thread is separated by days and newest first`() async throws {
        var journal = JournalFixture()
        let index = journal.addTask("Fix tax rounding")
        for days in [40, 1, 0] {
            journal.addUpdate(
                UpdateContent(source: "manual", message: "\(days) days"), to: index,
                at: JournalFixture.ago(.seconds(days * 86_400)))
        }
        let html = try await task(journal)
        let titles = html.split(separator: "<li class=\"day\"><span>").dropFirst().map { $0.prefix { $0 != "<" } }
        #expect(titles == ["Today, 24 November", "Yesterday, 23 November", "15 October 2026", ""])
    }

    @Test func `data is shown as it was stored, and what is large is a link`() async throws {
        var journal = JournalFixture()
        let index = journal.addTask("Fix tax rounding")
        for json in [#"{"n":1.0,"b":"</pre>","a":9007199254740993}"#, "\"\(String(repeating: "x", count: 20_000))\""] {
            journal.addUpdate(
                UpdateContent(source: "x", message: "m", data: RawJSON(minified: Array(json.utf8))), to: index)
        }
        let html = try await task(journal)
        #expect(
            html.contains(
                "{\n  &quot;n&quot;: 1.0,\n  &quot;b&quot;: &quot;&lt;/pre&gt;&quot;,\n  "
                    + "&quot;a&quot;: 9007199254740993\n}"))
        #expect(html.contains("<a class=\"link\" href=\"/api/updates/2\">Data, 19 KB of JSON</a>"))
    }

    @Test func `a hostile text stays text on every page`() async throws {
        let hostile = "\"\u{301} onmouseover=\"alert(1) </pre><script>alert(1)</script> {{name}}"
        var journal = JournalFixture()
        let index = journal.addTask(hostile, workstream: hostile)
        journal.taskRows[index].attention = .init(reason: .question, message: hostile, since: JournalFixture.now)
        journal.taskRows[index].summary = .init(text: hostile, source: hostile, updatedAt: JournalFixture.now)
        journal.addUpdate(
            UpdateContent(source: hostile, author: hostile, message: hostile, kind: hostile, tags: [hostile]), to: index
        )
        let pages = [
            try await dashboard(journal), try await task(journal), try await stream(journal),
            try await stream(journal, "view=grouped"), try await stream(journal, "view=lanes"),
            ErrorPage(templates: templates).render(status: 404, message: hostile),
        ]
        for html in pages {
            #expect(!html.utf8.contains("\"\u{301}".utf8) && !html.utf8.contains("<script>alert".utf8))
            #expect(html.utf8.contains("&quot;\u{301} onmouseover".utf8))
        }
    }
}
