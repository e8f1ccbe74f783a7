/// Which tasks a list holds, in order of creation.
package struct TaskFilter: Equatable, Sendable {
    package var workstreamID: WorkstreamID?
    package var statuses: [TrackedTask.Status] = []
    package var agentStates: [TrackedTask.AgentState] = []
    /// Only tasks that need a person (`true`) or only those that do not (`false`).
    package var attention: Bool?
    package var includeHidden = false
    package var includeArchivedWorkstreams = false
    /// Branches of repositories, as `TrackedTask.branchKey` writes them.
    package var branchKeys: [String] = []
    /// Tasks after this one.
    package var after: TaskID?
    package var limit: Int?

    package init() {}
}
