/// What a journal entry says happened; the `event:` field of its SSE frame.
package enum EventName: String, CaseIterable, Sendable {
    case update
    case taskCreated = "task_created"
    case taskUpdated = "task_updated"
    case taskDeleted = "task_deleted"
    case workstreamCreated = "workstream_created"
    case workstreamUpdated = "workstream_updated"
    case updateDeleted = "update_deleted"

    /// True for the tombstone of what was purged: whoever keeps earlier entries has to let go of them.
    package var removesContent: Bool { self == .updateDeleted || self == .taskDeleted }
}
