/// What one delivery says happened: the update that it becomes, where that belongs, and what it means for state.
package struct SourceEvent: Equatable, Sendable {
    package var content: UpdateContent
    package var route: Route
    /// Deliveries with the same identity are the same one and are stored once; `nil` is always new.
    ///
    /// Unique among all sources, since it begins with the name of its own.
    package var identity: String?
    package var signals: [Signal]

    package init(content: UpdateContent, route: Route, identity: String? = nil, signals: [Signal] = []) {
        self.content = content
        self.route = route
        self.identity = identity
        self.signals = signals
    }

    /// What an event says of the state of its task, or of the task that works on its branch.
    package enum Signal: Equatable, Sendable {
        case session(SessionSignal)
        case check(CheckRun)
        case subject(SubjectChange)
    }
}

/// A pull request or an issue was opened, closed or opened again.
package struct SubjectChange: Equatable, Sendable {
    package var status: TrackedTask.Status
    /// When the forge says that it happened; an older change that comes late changes nothing.
    package var time: Timestamp?

    package init(status: TrackedTask.Status, time: Timestamp?) {
        self.status = status
        self.time = time
    }
}
