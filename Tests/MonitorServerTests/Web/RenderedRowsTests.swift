import MonitorCore
import MonitorLive
import MonitorSources
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct RenderedRowsTests {
    private let now = JournalFixture.now
    private let rows: RowCache

    init() throws { rows = RowCache(templates: try TemplateLibrary()) }

    private func html(
        _ seq: Seq, _ message: String, task: String = "t", place: UpdateView.Place = .stream, now: Timestamp? = nil
    ) -> String {
        let content = UpdateContent(source: "test", message: message)
        let update = Update(seq: seq, id: .make(), taskID: .make(), timestamp: self.now, content: content)
        return rows.updates.html(of: UpdateView(update, taskName: task, place: place, now: now ?? self.now)).renderText
    }

    @Test func `an update is rendered once, and again when its task has another name`() {
        let first = html(1, "first")
        // An update never changes: had it been rendered again, the other text would stand there.
        #expect(html(1, "other") == first)
        #expect(html(1, "other", task: "renamed").contains("other"))
        #expect(html(2, "second").contains("second"))
    }

    @Test func `an update has another row in a lane, and when its day is over`() {
        let first = html(1, "first")
        #expect(html(1, "lane", place: .lane).contains("lane-ev"))
        let tomorrow = html(1, "first", now: now.advanced(by: .seconds(86_400)))
        #expect(tomorrow != first)
        #expect(tomorrow.contains(now.shortDate))
    }

    @Test func `what was rendered long ago goes`() {
        _ = html(1, "first")
        for seq in 2...2_100 { _ = html(Seq(seq), String(repeating: "m", count: 2_000)) }
        #expect(html(1, "other").contains("other"))
    }

    @Test func `a task's row is rendered again when it, its place on the page or its age has changed`() throws {
        var journal = JournalFixture()
        let index = journal.addTask("Fix tax rounding")
        var task = journal.taskRows[index]
        var context = TaskRowContext(now: now, activity: RecentActivity(), rows: rows.tasks)
        let first = context.html(of: [task])
        #expect(context.html(of: [task]) == first)
        task.name = "Round taxes"
        let renamed = context.html(of: [task])
        #expect(renamed.renderText.contains("Round taxes"))
        context.query.state = .failed
        #expect(context.html(of: [task]).renderText.contains("data-unmatched"))
        context = TaskRowContext(now: now.advanced(by: .seconds(7_200)), activity: RecentActivity(), rows: rows.tasks)
        #expect(context.html(of: [task]) != renamed)
    }

    @Test func `a call is rendered again when it has ended or is open`() {
        let (begin, end) = (ThreadSample.call(1, "Bash", "a", isEnd: false), ThreadSample.call(2, "Bash", "a"))
        var use = ToolUse(begin, ToolRecord(begin.content.data))
        let begun = rows.calls.html(of: ToolUseView(use: use, isOpen: false))
        #expect(rows.calls.html(of: ToolUseView(use: use, isOpen: false)) == begun)
        let hasJoined = use.join(end, ToolRecord(end.content.data))
        #expect(hasJoined)
        #expect(rows.calls.html(of: ToolUseView(use: use, isOpen: false)) != begun)
        #expect(rows.calls.html(of: ToolUseView(use: use, isOpen: true)).renderText.contains(" open>"))
    }
}
