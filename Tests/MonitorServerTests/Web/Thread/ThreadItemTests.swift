import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct ThreadItemTests {
    /// The thread in words, newest first: seqs of updates, runs with the updates of each call, changes.
    private func thread(_ updates: [Update], changes: [StateChange] = [], folds: Bool = true) -> [String] {
        let newestFirst = updates.sorted { $0.seq > $1.seq }
        return ThreadItem.items(updates: newestFirst, changes: changes, folds: folds).map { item in
            switch item {
            case .update(let update): "\(update.seq)"
            case .change(let change): "s\(change.seq)"
            case .run(let run):
                run.uses.map { use in use.updates.map { "\($0.seq)" }.joined(separator: "+") }
                    .joined(separator: " ")
            }
        }
    }

    @Test func `consecutive calls of one agent are one item, whatever the tool`() {
        let calls = [
            ThreadSample.call(1, "Read", "a"), ThreadSample.call(2, "Edit", "b"), ThreadSample.call(3, "Bash", "c"),
        ]
        #expect(thread(calls) == ["1 2 3"])
    }

    @Test func `the beginning and the end of a call are one call`() {
        let updates = [
            ThreadSample.call(1, "Read", "a", isEnd: false), ThreadSample.call(2, "Read", "b", isEnd: false),
            ThreadSample.call(3, "Read", "b"), ThreadSample.call(4, "Read", "a"),
        ]
        #expect(thread(updates) == ["1+4 2+3"])
    }

    @Test func `calls without an id are told apart by what they are given, in their order`() {
        func shell(_ seq: Seq, _ command: String, isEnd: Bool) -> Update {
            let end = isEnd ? #","toolResult":{"textResultForLlm":"x"}"# : ""
            return ThreadSample.update(
                seq, "tool_use", data: #"{"toolName":"bash","toolArgs":{"command":"\#(command)"}\#(end)}"#)
        }
        let updates = [
            shell(1, "ls", isEnd: false), shell(2, "pwd", isEnd: false), shell(3, "ls", isEnd: true),
            shell(4, "pwd", isEnd: true), shell(5, "ls", isEnd: false), shell(6, "ls", isEnd: true),
        ]
        #expect(thread(updates) == ["1+3 2+4 5+6"])
    }

    @Test(arguments: [
        "tool_failure", "user_prompt", "permission_request", "assistant_message", "ci_run", "turn_end", "decision",
    ])
    func `anything else ends the run`(kind: String) {
        let updates = [
            ThreadSample.call(1, "Read", "a"), ThreadSample.call(2, "Read", "b"), ThreadSample.update(3, kind),
            ThreadSample.call(4, "Read", "c"), ThreadSample.call(5, "Read", "d"),
        ]
        #expect(thread(updates) == ["4 5", "3", "1 2"])
    }

    @Test func `a change of state, another agent and a plan end the run`() {
        let change = StateChange(seq: 2, time: JournalFixture.now, parts: [.created], agentState: nil)
        let updates = [
            ThreadSample.call(1, "Read", "a"), ThreadSample.call(3, "Read", "b"),
            ThreadSample.call(4, "Read", "c", subagent: "explore"),
            ThreadSample.call(5, "TodoWrite", "d", input: #"{"todos":[{"content":"x"}]}"#),
        ]
        #expect(thread(updates, changes: [change]) == ["5", "4", "3", "s2", "1"])
    }

    @Test func `an update that joins a run leaves the beginning of the run as it was`() throws {
        let calls = (1...500).map { ThreadSample.call(Seq($0), "Read", "r\($0)") }
        for count in [2, 199, 200, 201, 500] {
            let items = ThreadItem.items(updates: calls.prefix(count).reversed(), changes: [])
            guard case .run(let oldest) = try #require(items.last) else { throw APIError.notFound("run") }
            #expect(oldest.first == 1 && oldest.uses.count == min(count, ToolRun.updateLimit))
        }
    }

    @Test func `a search is not folded`() {
        let calls = [ThreadSample.call(1, "Read", "a"), ThreadSample.call(2, "Read", "b")]
        #expect(thread(calls, folds: false) == ["2", "1"])
    }

    @Test func `a turn, a subagent and a wait say how long they took`() {
        let agent = #"{"agent_id":"a","agent_type":"Explore"}"#
        let updates = [
            ThreadSample.update(1, "user_prompt", at: 0), ThreadSample.update(2, "subagent_start", data: agent, at: 10),
            ThreadSample.update(3, "subagent_stop", data: agent, at: 40),
            ThreadSample.update(4, "permission_request", at: 50),
            ThreadSample.update(7, "turn_end", at: 90), ThreadSample.update(8, "question", at: 100),
        ]
        let changes = [(9, 100, TrackedTask.AgentState.waiting), (6, 70, .working), (5, 50, .waiting)].map {
            StateChange(
                seq: Seq($0.0), time: JournalFixture.now.advanced(by: .seconds($0.1 - 1_000)), parts: [.created],
                agentState: $0.2)
        }
        let context = ThreadContext(updates: updates.reversed(), changes: changes)
        #expect(context.durations == [3: .seconds(30), 7: .seconds(90)])
        #expect(context.waits == [4: .lasted(.seconds(20)), 8: .since(updates[5].timestamp)])
    }
}
