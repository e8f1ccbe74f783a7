import MonitorCore

extension TaskView {
    /// Reads what the page needs beside the task's row.
    init(_ task: TrackedTask, in store: any JournalStore, now: Timestamp) async throws {
        var latest = UpdateFilter.newest(1)
        (latest.taskID, latest.totalLimit) = (task.id, 1)
        latest.kinds = ["permission_request", "question"]
        let request = task.attention == nil ? nil : try await store.updates(latest).items.first
        latest.kinds = task.agent == nil ? ["session_start"] : TaskView.kindsOfSessions
        let session = try await store.updates(latest).items.first?.content.source
        latest.kinds = ["pull_request"]
        let pullRequest = try await store.updates(latest).items.first
        self.init(
            task: task, workstreams: try await store.workstreams(includeArchived: true), request: request,
            pullRequest: pullRequest.flatMap { ChipView(pullRequest: $0.content.data) },
            session: session.flatMap(TaskView.sessionID), now: now)
    }

    /// What only an agent's session brings.
    private static let kindsOfSessions = ["session_start", "tool_use", "user_prompt", "turn_end"]

    /// What follows the colon of `claude:8eea9dd4`.
    private static func sessionID(_ source: String) -> String? {
        guard let colon = source.firstIndex(of: ":"), !source.hasPrefix("manual") else { return nil }
        let id = source[source.index(after: colon)...]
        return id.isEmpty || id == "unknown" ? nil : String(id)
    }
}
