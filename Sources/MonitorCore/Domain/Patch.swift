/// What a PATCH says of one field: absent leaves it, `null` clears it.
package enum Change<Value: Equatable & Sendable>: Equatable, Sendable {
    case leave
    case clear
    case set(Value)
}

/// The fields of a workstream that a client may change.
package struct WorkstreamPatch: Equatable, Sendable {
    package var name: String?
    package var status: Workstream.Status?
    package var metadata: Change<RawJSON> = .leave

    package init() {}
}

/// The fields of a task that a client may change.
package struct TaskPatch: Equatable, Sendable {
    package var name: String?
    package var workstreamID: WorkstreamID?
    package var status: TrackedTask.Status?
    package var summaryText: Change<String> = .leave
    package var summarySource: Change<String> = .leave
    package var metadata: Change<RawJSON> = .leave
    package var hidden: Bool?
    /// A person dismisses the wait; nobody sets one by hand.
    package var clearsAttention = false

    package init() {}
}
