import MonitorCore
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct RenderedRowsTests {
    private func row(_ seq: Seq, _ message: String, task: String = "t") -> UpdateView {
        let content = UpdateContent(source: "test", message: message)
        let update = Update(
            seq: seq, id: .make(), taskID: .make(), timestamp: JournalFixture.now, content: content)
        return UpdateView(update, taskName: task, place: .stream, now: JournalFixture.now)
    }

    @Test func `an update is rendered once, and again when its task has another name`() throws {
        let rows = RenderedRows(templates: try TemplateLibrary())
        let first = rows.html(of: row(1, "first"), with: .ev)
        // An update never changes: had it been rendered again, the other text would stand there.
        #expect(rows.html(of: row(1, "other"), with: .ev) == first)
        #expect(rows.html(of: row(1, "other", task: "renamed"), with: .ev).contains("other"))
        #expect(rows.html(of: row(2, "second"), with: .ev).contains("second"))
    }

    @Test func `what was rendered long ago goes`() throws {
        let rows = RenderedRows(templates: try TemplateLibrary())
        _ = rows.html(of: row(1, "first"), with: .ev)
        for seq in 2...2_100 { _ = rows.html(of: row(Seq(seq), "m"), with: .ev) }
        #expect(rows.html(of: row(1, "other"), with: .ev).contains("other"))
    }
}
