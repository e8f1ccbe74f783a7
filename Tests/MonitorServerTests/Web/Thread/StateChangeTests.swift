import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct StateChangeTests {
    /// The entries that such changes of a task would leave, newest first.
    private func entries(_ changes: [(inout TrackedTask) -> Void], isWhole: Bool = true) -> [JournalEntry] {
        var journal = JournalFixture()
        var task = journal.taskRows[journal.addTask("Fix tax")]
        var entries = isWhole ? [JournalEntry(seq: 1, event: .taskCreated, keys: .init(), json: task.json)] : []
        for change in changes {
            change(&task)
            entries.append(
                JournalEntry(seq: Seq(entries.count + 1), event: .taskUpdated, keys: .init(), json: task.json))
        }
        return entries.reversed()
    }

    @Test func `each change is told against the one before it`() {
        let other = WorkstreamID.make()
        let attention = TrackedTask.Attention(reason: .permission, message: "x", since: JournalFixture.now)
        let changes = StateChange.changes(
            entries([
                { $0.agentState = .working },
                { ($0.agentState, $0.attention) = (.waiting, attention) },
                { $0.status = .blocked },
                { $0.name = "Fix VAT" },
                { $0.hidden = true },
                { $0.summary = .init(text: "x", source: "manual", updatedAt: JournalFixture.now) },
                { $0.branch = "main" },
            ]))
        let expected: [[StateChange.Part]] = [
            [.branch("main")], [.summary(isRemoved: false)], [.hidden(true)], [.name(from: "Fix tax")],
            [.status(from: .active, to: .blocked)], [.agentState(from: .working, to: .waiting, .permission)],
            [.agentState(from: nil, to: .working, nil)], [.created],
        ]
        #expect(changes.map(\.parts) == expected)
        let moves = StateChange.changes(entries([{ $0.workstreamID = other }]))
        guard case .workstream(_, let target) = moves.first?.parts.first else { return #expect(Bool(false)) }
        #expect(target == other)
    }

    @Test func `what a reader does not see is no line, and neither is what nothing is told against`() {
        let unseen = entries([{ $0.metadata = RawJSON(minified: Array("{\"a\":1}".utf8)) }])
        #expect(StateChange.changes(unseen).map(\.parts) == [[.created]])
        #expect(StateChange.changes(entries([{ $0.hidden = true }], isWhole: false)).isEmpty)
    }
}
