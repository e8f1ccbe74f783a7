import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct BoardTests {
    private func query(_ text: String = "") throws -> DashboardQuery {
        let form = FormQuery(text)
        return try DashboardQuery(QueryDecoder(form, known: Set(form.items.map(\.name))))
    }

    /// Workstreams of so many tasks each, the first the most recent.
    private func journal(_ sizes: [Int], status: TrackedTask.Status = .active) -> JournalFixture {
        var journal = JournalFixture()
        for (group, size) in sizes.enumerated() {
            let first = journal.addTask("0", workstream: "w\(group)")
            for number in 0..<size {
                var task = journal.taskRows[first]
                (task.id, task.name, task.status) = (.make(), "\(number)", status)
                task.activity.lastAt = JournalFixture.ago(.seconds(group * 100 + number))
                journal.taskRows.append(task)
            }
            journal.taskRows.remove(at: first)
        }
        return journal
    }

    private func board(_ journal: JournalFixture, _ text: String = "") throws -> Board {
        Board(workstreams: journal.workstreamRows, tasks: journal.taskRows, query: try query(text))
    }

    @Test func `a page lists a bounded number of rows, and the sections after that are closed`() throws {
        let board = try board(journal([100, 100, 100, 100, 100, 100]))
        #expect(board.sections.map(\.listed.count) == [30, 30, 30, 0, 0, 0])
        #expect(board.sections.map(\.tasks.count) == Array(repeating: 100, count: 6))
        #expect(board.counts == [.idle: 600])
    }

    @Test func `of one workstream as many are listed as a page holds`() throws {
        let journal = journal([2_000])
        let id = journal.workstreamRows[0].id
        let section = try #require(try board(journal, "workstream_id=\(id)").sections.first)
        #expect(section.listed.count == Board.rowLimit && section.leftOut == 2_000 - Board.rowLimit)
    }

    @Test func `few of the tasks that are done with are listed, unless they are asked for`() throws {
        let journal = journal([30], status: .done)
        #expect(try board(journal).sections.map(\.listed.count) == [Board.quietLimit])
        #expect(try board(journal, "status=done").sections.map(\.listed.count) == [30])
    }

    @Test func `a filter leaves out workstreams that have nothing of it, but its counts are of all states`() throws {
        var journal = journal([2, 2])
        journal.taskRows[3].agentState = .working
        journal.taskRows[2].agent = "codex"
        let working = try board(journal, "status=working")
        #expect(working.sections.map(\.workstream.name) == ["w1"])
        #expect(working.sections.map(\.tasks.count) == [1])
        #expect(working.counts == [.idle: 3, .working: 1])
        #expect(try board(journal, "source=codex").counts == [.idle: 1])
        #expect(try board(journal, "source=nobody").sections.isEmpty)
    }

    @Test(arguments: [
        ("", ["waiting", "working", "idle", "done"]), ("sort=name", ["done", "idle", "waiting", "working"]),
        ("sort=updated", ["working", "idle", "done", "waiting"]),
        ("sort=created", ["idle", "working", "waiting", "done"]),
    ])
    func `rows come in the order that is asked for`(text: String, names: [String]) throws {
        var journal = journal([4])
        let states: [(String, TrackedTask.AgentState?, TrackedTask.Status, Int64, Int64)] = [
            ("working", .working, .active, 4, 3), ("waiting", .waiting, .active, 1, 2), ("idle", .idle, .active, 3, 4),
            ("done", nil, .done, 2, 1),
        ]
        for (index, state) in states.enumerated() {
            journal.taskRows[index].name = state.0
            (journal.taskRows[index].agentState, journal.taskRows[index].status) = (state.1, state.2)
            journal.taskRows[index].activity.lastAt = Timestamp(microseconds: state.3)
            journal.taskRows[index].createdAt = Timestamp(microseconds: state.4)
        }
        #expect(try board(journal, text).sections[0].listed.map(\.name) == names)
    }
}
