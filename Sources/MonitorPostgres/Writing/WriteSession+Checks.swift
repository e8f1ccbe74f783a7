#if PostgreSQL
import MonitorCore

/// Runs of checks, and the tasks on whose branch they ran.
extension WriteSession {
    /// Takes in a run that is news, on the branch's tasks that are not over.
    func apply(_ run: CheckRun, at time: Timestamp) throws {
        var runs = try CheckRunRow.list(branchKey: run.branchKey, on: connection)
        if let known = runs.first(where: { $0.name.hasSameBytes(as: run.name) }), !run.supersedes(known) { return }
        try CheckRunRow.replace(run, on: connection)
        runs = try CheckRunRow.list(branchKey: run.branchKey, on: connection)
        try flush()
        let states = try TaskRow.states(
            """
            t.branch_key = $1 AND (t.status IN ('active', 'blocked') OR t.attention_reason = 'ci')
            ORDER BY t.last_activity_at DESC LIMIT 50
            """, [.text(run.branchKey)], on: connection)
        let owner = states.firstIndex(where: \.tracking.isAtWork) ?? states.startIndex
        for (index, old) in states.enumerated() {
            var new = old
            // One task needs somebody for a failure; a success ends the need wherever it is.
            if index == owner || run.state != .failed { new = new.applying(run, at: time) }
            try store(new.showing(TrackedTask.Checks(runs), at: time), over: old)
        }
    }

    /// The state with how the checks stand of a branch that the task has just come to.
    func showingChecks(_ state: TrackedState, at time: Timestamp) throws -> TrackedState {
        guard let key = state.task.branchKey else { return state }
        return state.showing(TrackedTask.Checks(try CheckRunRow.list(branchKey: key, on: connection)), at: time)
    }
}
#endif
