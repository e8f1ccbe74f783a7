import MonitorCore

/// Runs of checks, and the tasks on whose branch they ran.
extension WriteSession {
    /// Takes in a run that is news, on the branch's tasks that are not over.
    func apply(_ run: CheckRun, at time: Timestamp) throws {
        if let known = try checks(of: run.branchKey, named: run.name).first, !run.supersedes(known) { return }
        try execute(
            "REPLACE INTO check_runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", .text(run.branchKey), .text(run.name),
            .text(run.repository), .text(run.branch), .int(run.run), .int(run.attempt), .text(run.state.rawValue),
            .text(run.url), .text(run.message))
        let summary = TrackedTask.Checks(try checks(of: run.branchKey))
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
        return state.showing(TrackedTask.Checks(try checks(of: key)), at: time)
    }

    private func checks(of branchKey: String, named name: String? = nil) throws -> [CheckRun] {
        let condition = name == nil ? "branch_key = ?" : "branch_key = ? AND name = ?"
        return try SQLStatement(
            "SELECT repository, branch, name, run, attempt, state, url, message FROM check_runs WHERE \(condition)",
            on: database
        ).all([.text(branchKey)] + (name.map { [.text($0)] } ?? [])) { row in
            CheckRun(
                repository: row.text(0), branch: row.text(1), name: row.text(2), run: row.int(3), attempt: row.int(4),
                state: try row.oneOf(5, CheckRun.State.self), url: row.optionalText(6), message: row.text(7))
        }
    }
}
