import MonitorCore

/// How a run, a job, a check or a deployment stands, from the one word that a forge has for it.
struct RunOutcome: Equatable {
    /// What a sentence says of it: `failed`, `is running`.
    let verb: String
    let level: Level
    let state: CheckRun.State

    private init(_ verb: String, _ level: Level, _ state: CheckRun.State) {
        self.verb = verb
        self.level = level
        self.state = state
    }

    /// A conclusion is the last word; before it there is only a status.
    init(conclusion: String?, status: String?) {
        if let conclusion {
            self =
                RunOutcome.byWord[conclusion] ?? RunOutcome("ended: \(RunOutcome.plain(conclusion))", .info, .stopped)
        } else if let status {
            self = RunOutcome.byWord[status] ?? RunOutcome("is \(RunOutcome.plain(status))", .info, .running)
        } else {
            self = RunOutcome("changed", .info, .running)
        }
    }

    private static func plain(_ word: String) -> String { word.line(upTo: 100).replacing("_", with: " ") }

    private static let byWord = ended.merging(underWay) { ended, _ in ended }

    private static let ended: [String: RunOutcome] = [
        "success": RunOutcome("passed", .info, .passed),
        "failure": RunOutcome("failed", .error, .failed),
        "failed": RunOutcome("failed", .error, .failed),
        "error": RunOutcome("failed", .error, .failed),
        "timed_out": RunOutcome("timed out", .error, .failed),
        "startup_failure": RunOutcome("failed to start", .error, .failed),
        "action_required": RunOutcome("needs attention", .warn, .failed),
        "cancelled": RunOutcome("was cancelled", .warn, .stopped),
        "canceled": RunOutcome("was cancelled", .warn, .stopped),
        "stale": RunOutcome("went stale", .warn, .stopped),
        "skipped": RunOutcome("was skipped", .info, .stopped),
        "neutral": RunOutcome("ended as neutral", .info, .stopped),
        "completed": RunOutcome("ended", .info, .stopped),
        "inactive": RunOutcome("is no longer active", .info, .stopped),
        "manual": RunOutcome("waits for a manual step", .info, .stopped),
    ]

    private static let underWay: [String: RunOutcome] = [
        "requested": RunOutcome("was requested", .info, .running),
        "rerequested": RunOutcome("was requested again", .info, .running),
        "created": RunOutcome("was created", .info, .running),
        "queued": RunOutcome("is queued", .info, .running),
        "pending": RunOutcome("is pending", .info, .running),
        "waiting": RunOutcome("is waiting", .info, .running),
        "blocked": RunOutcome("waits for an approval", .info, .running),
        "scheduled": RunOutcome("is scheduled", .info, .running),
        "preparing": RunOutcome("is being prepared", .info, .running),
        "waiting_for_resource": RunOutcome("waits for a resource", .info, .running),
        "waiting_for_callback": RunOutcome("waits for a callback", .info, .running),
        "in_progress": RunOutcome("is running", .info, .running),
        "running": RunOutcome("is running", .info, .running),
        "canceling": RunOutcome("is being cancelled", .info, .running),
    ]
}
