import MonitorCore
import Testing

@Suite struct CheckRunTests {
    static func run(_ run: Int64, _ state: CheckRun.State, attempt: Int64 = 1, name: String = "CI") -> CheckRun {
        CheckRun(
            repository: "Octo/Shop", branch: "fix", name: name, run: run, attempt: attempt, state: state,
            message: "\(name) failed")
    }

    @Test(arguments: [
        (run(2, .running), run(1, .failed), true), (run(1, .failed), run(2, .running), false),
        (run(1, .failed), run(1, .running), true), (run(1, .running), run(1, .failed), false),
        (run(1, .running, attempt: 2), run(1, .failed), true), (run(1, .failed), run(1, .running, attempt: 2), false),
        (run(1, .passed), run(1, .passed), false), (run(1, .running), run(1, .running), true),
    ])
    func `a late report is no news`(_ new: CheckRun, _ old: CheckRun, _ isNews: Bool) {
        #expect(new.supersedes(old) == isNews)
    }

    @Test func `a failure needs somebody until a success of the same check`() {
        var tracking = TaskTracking()
        let steps: [(CheckRun, TrackedTask.Attention.Reason?)] = [
            (Self.run(1, .failed), .ci), (Self.run(2, .running), .ci), (Self.run(3, .passed, name: "Lint"), .ci),
            (Self.run(4, .stopped), .ci), (Self.run(5, .passed), nil),
        ]
        for (run, attention) in steps {
            tracking.apply(run, at: Timestamp(microseconds: 0))
            #expect(tracking.attention?.reason == attention)
            #expect(tracking.agentState == nil)
        }
    }

    @Test func `a new failure is shown although the one before was dismissed`() {
        var tracking = TaskTracking()
        tracking.apply(Self.run(1, .failed), at: Timestamp(microseconds: 1))
        tracking.dismissWaits()
        tracking.apply(Self.run(2, .failed), at: Timestamp(microseconds: 2))
        #expect(tracking.attention?.since == Timestamp(microseconds: 2))
    }

    @Test(arguments: [
        ([CheckRun.State.passed, .failed, .running], CheckRun.State.failed), ([.passed, .running], .running),
        ([.stopped, .passed], .passed), ([.stopped], .stopped),
    ])
    func `many checks are shown as one`(_ states: [CheckRun.State], _ shown: CheckRun.State) {
        #expect(TrackedTask.Checks(states.map { Self.run(1, $0) })?.state == shown)
        #expect(TrackedTask.Checks([]) == nil)
    }
}
