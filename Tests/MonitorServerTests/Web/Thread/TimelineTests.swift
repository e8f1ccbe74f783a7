import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct TimelineTests {
    private let now = JournalFixture.now

    private func task(_ state: TrackedTask.AgentState? = .working) -> TrackedTask {
        var journal = JournalFixture()
        var task = journal.taskRows[journal.addTask("Fix tax")]
        (task.agent, task.agentState) = ("claude-code", state)
        return task
    }

    /// Of updates, oldest first.
    private func timeline(
        _ updates: [Update], changes: [StateChange] = [], span: TimelineSpan = .all,
        state: TrackedTask.AgentState? = .working
    ) -> Timeline {
        Timeline(of: task(state), updates: updates, changes: changes, span: span, isCut: false, now: now)
    }

    @Test func `tools, subagents and checks have lanes of their own`() {
        let agent = #"{"agent_id":"a","agent_type":"Explore"}"#
        let run = #"{"run_id":7,"run_number":12,"workflow":"test","status":"in_progress"}"#
        let updates = [
            ThreadSample.update(100, "user_prompt"), ThreadSample.call(200, "Read", "r", isEnd: false),
            ThreadSample.call(210, "Read", "r"), ThreadSample.update(220, "subagent_start", data: agent),
            ThreadSample.call(230, "Grep", "g", subagent: "a"), ThreadSample.update(240, "ci_run", data: run),
            ThreadSample.update(300, "subagent_stop", data: agent),
            ThreadSample.update(
                400, "ci_run", data: #"{"run_id":7,"run_number":12,"status":"completed","conclusion":"failure"}"#,
                level: .error),
            ThreadSample.update(500, "turn_end"),
        ]
        let lanes = timeline(updates).lanes
        #expect(lanes.map(\.name) == ["Prompts", "Claude Code", "Explore", "CI"])
        #expect(lanes.map(\.bars.count) == [0, 1, 1, 0])
        #expect(lanes[1].bars[0].kind == .read && lanes[1].bars[0].seq == 210)
        #expect(lanes[1].bars[0].start.duration(to: lanes[1].bars[0].end) == .seconds(10))
        #expect(lanes[1].spans.map(\.kind) == [.turn] && lanes[1].marks.map(\.kind) == [.turnEnd])
        #expect(lanes[2].spans[0].start.duration(to: lanes[2].spans[0].end) == .seconds(80))
        #expect(lanes[3].spans.map(\.kind) == [.failedCheck] && lanes[3].spans[0].label == "CI run 12 failed")
        #expect(lanes[3].marks.map(\.kind) == [.error])
    }

    @Test func `what goes on reaches to now, and a wait ends with its state`() {
        let changes = [(1, TrackedTask.AgentState.waiting), (2, .working), (3, .waiting)].map { seq, state in
            StateChange(
                seq: Seq(seq), time: now.advanced(by: .seconds(seq * 100 - 1_000)),
                parts: [.agentState(from: nil, to: state, .permission)], agentState: state)
        }
        let lane = timeline([ThreadSample.update(50, "user_prompt")], changes: changes).lanes[1]
        #expect(lane.spans.map(\.isOpen) == [false, true])
        #expect(lane.spans.map { $0.start.duration(to: $0.end) } == [.seconds(100), .seconds(700)])
        #expect(lane.spans.allSatisfy { $0.label == "Waiting for permission" })
    }

    @Test func `a timeline of thousands of calls stays small, and a failure in it is seen`() {
        var updates = (1...5_000).map { ThreadSample.call(Seq($0), "Read", "r\($0)") }
        updates.append(ThreadSample.update(5_001, "tool_failure", level: .error, at: 4_990))
        let bars = timeline(updates, state: .idle).lanes[0].bars
        #expect(bars.count <= 313)
        #expect(bars.reduce(0) { $0 + $1.count } == 5_001)
        #expect(bars.contains { $0.kind == .fail })
    }

    @Test func `subagents beyond the sixth share a lane`() {
        let updates = (1...9).map { ThreadSample.call(Seq($0 * 100), "Read", "r\($0)", subagent: "s\($0)") }
        #expect(timeline(updates).lanes.dropFirst().map(\.name) == Array(repeating: "Subagent", count: 6) + ["3 more"])
    }

    @Test func `the last turns begin with the prompt before the last`() {
        let updates = [100, 300, 600, 700].map {
            ThreadSample.update(Seq($0), $0 == 700 ? "status_note" : "user_prompt")
        }
        #expect(timeline(updates, span: .recent).start == updates[1].timestamp)
        #expect(timeline(updates, span: .all).start == updates[0].timestamp)
        #expect(timeline(updates, span: .all, state: .ended).end == updates[3].timestamp)
        #expect(timeline(updates, span: .hour, state: .ended).start == now.advanced(by: .seconds(-3_600)))
    }

    @Test func `one update has a timeline, and none has one too`() {
        #expect(timeline([ThreadSample.update(1, "error", level: .error, at: 1_000)]).lanes[0].marks.count == 1)
        #expect(!timeline([]).lanes.contains { !$0.isEmpty })
    }

    @Test func `places are per cent of the whole, and the grid has round times`() {
        let scale = TimelineScale(
            start: now.advanced(by: .seconds(-3_600)), end: now)
        #expect(scale.place(now.advanced(by: .seconds(-1_800))) == "50.00%")
        #expect(scale.place(now.advanced(by: .seconds(60))) == "100.00%")
        #expect(scale.width(from: now.advanced(by: .seconds(-1)), to: now) == "0.32%")
        #expect(scale.grid.count == 6 && scale.grid.allSatisfy { $0.microseconds % 600_000_000 == 0 })
    }
}
