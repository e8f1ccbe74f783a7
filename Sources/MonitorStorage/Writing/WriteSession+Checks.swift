import MonitorCore

/// Runs of checks, and the tasks on whose branch they ran.
extension WriteSession {
    /// Takes in a run that is news, on the branch's tasks that are not over.
    func apply(_ run: CheckRun, at time: Timestamp) throws {
        let known = try CheckRunRow.find(branchKey: run.branchKey, name: run.name, on: database)
        if let known, !run.supersedes(known) { return }
        try CheckRunRow.replace(run, in: self)
        let summary = TrackedTask.Checks(try CheckRunRow.list(branchKey: run.branchKey, on: database))
        try writeTotals()
        let states = try TaskRow.states(
            """
            t.branch_key = ? AND (t.status IN ('active', 'blocked') OR t.attention_reason = 'ci')
            ORDER BY t.last_activity_at DESC LIMIT 50
            """, [.text(run.branchKey)], on: database)
        let owner = states.firstIndex(where: \.tracking.isAtWork) ?? states.startIndex
        for (index, old) in states.enumerated() {
            var new = old
            // One task needs somebody for a failure; a success ends the need wherever it is.
            if index == owner || run.state != .failed { new = new.applying(run, at: time) }
            try store(new.showing(summary, at: time), over: old)
        }
    }

    /// The state with how the checks stand of a branch that the task has just come to.
    func showingChecks(_ state: TrackedState, at time: Timestamp) throws -> TrackedState {
        guard let key = state.task.branchKey else { return state }
        return state.showing(TrackedTask.Checks(try CheckRunRow.list(branchKey: key, on: database)), at: time)
    }
}
