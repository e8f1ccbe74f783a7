/// Which tasks a list holds.
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
    package var order: Order = .creation
    /// With the order of activity: tasks whose newest update is before this place in the journal.
    package var lastSeqBefore: Seq?
    /// With the order of creation: tasks after this one.
    package var after: TaskID?
    package var limit: Int?

    /// How a list is ordered.
    package enum Order: Equatable, Sendable {
        case creation
        /// The task with the newest update first; tasks without updates are left out.
        case activity
    }

    package init() {}
}
