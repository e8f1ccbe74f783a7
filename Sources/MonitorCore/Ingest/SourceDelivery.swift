/// One event on its way into the journal.
package struct SourceDelivery: Equatable, Sendable {
    package var event: SourceEvent
    /// The task that the request names, whatever the event's route says.
    package var taskID: TaskID?
    /// The workstream in which a task is made that is not known yet.
    package var workstreamID: WorkstreamID?
    /// The request's `Idempotency-Key`.
    package var idempotencyKey: String?
    /// When it really happened, if the sender said so; else the store's time.
    package var timestamp: Timestamp?

    package init(
        event: SourceEvent, taskID: TaskID? = nil, workstreamID: WorkstreamID? = nil, idempotencyKey: String? = nil,
        timestamp: Timestamp? = nil
    ) {
        self.event = event
        self.taskID = taskID
        self.workstreamID = workstreamID
        self.idempotencyKey = idempotencyKey
        self.timestamp = timestamp
    }

    /// Under what this delivery is known again: of these keys any one that came before makes it a repeat.
    package var keys: [String] {
        [event.identity.map { "event:\($0)" }, idempotencyKey.map { "delivery:\(event.route.agent):\($0)" }]
            .compactMap(\.self)
    }
}

/// How long a session may be silent before it counts as stale.
package struct SilenceLimits: Equatable, Sendable {
    package var working: Duration
    package var waiting: Duration

    /// Design, section 5.
    package init(working: Duration = .seconds(15 * 60), waiting: Duration = .seconds(24 * 3600)) {
        self.working = working
        self.waiting = waiting
    }
}
