/// A task and what is kept beside it.
package struct TrackedState: Equatable, Sendable {
    package var task: TrackedTask
    package var tracking: TaskTracking

    package init(task: TrackedTask, tracking: TaskTracking) {
        self.task = task
        self.tracking = tracking
    }

    /// The state after an event on the task itself.
    package func applying(_ event: SourceEvent, at time: Timestamp) -> TrackedState {
        var state = self
        for signal in event.signals {
            switch signal {
            case .session(let signal):
                state.tracking.apply(signal, at: time)
                state.followSession()
            case .subject(let change): state.follow(change)
            case .check: break
            }
        }
        state.take(event.route)
        state.show()
        if state.task != task { state.task.updatedAt = time }
        return state
    }

    /// The state after a run of a check on the task's branch.
    package func applying(_ run: CheckRun, at time: Timestamp) -> TrackedState {
        var state = self
        state.tracking.apply(run, at: time)
        state.show()
        if state.task != task { state.task.updatedAt = time }
        return state
    }

    /// The state with how the checks of its branch stand.
    package func showing(_ checks: TrackedTask.Checks?, at time: Timestamp) -> TrackedState {
        var state = self
        state.task.checks = checks
        if state.task != task { state.task.updatedAt = time }
        return state
    }

    /// The state after a session was silent for too long: nobody is needed for it any more.
    package func aged(at time: Timestamp) -> TrackedState {
        var state = self
        state.tracking.base = .stale
        state.tracking.waits.removeAll { $0.question.reason.holdsAgent }
        state.tracking.calls = []
        state.show()
        if state.task != task { state.task.updatedAt = time }
        return state
    }

    private mutating func show() {
        task.agentState = tracking.agentState
        task.attention = tracking.attention
    }

    /// An automatic task is done when its session has ended, and active when it goes on.
    private mutating func followSession() {
        guard tracking.isAutomatic, !tracking.hasPersonalStatus else { return }
        switch (tracking.base, task.status) {
        case (.ended, .active): task.status = .done
        case (.working, .done), (.idle, .done): task.status = .active
        default: break
        }
    }

    /// Deliveries come in any order: the forge's own time says which change is the latest.
    private mutating func follow(_ change: SubjectChange) {
        if let known = tracking.subjectChangedAt, let time = change.time, time < known { return }
        tracking.subjectChangedAt = change.time ?? tracking.subjectChangedAt
        if tracking.isAutomatic, !tracking.hasPersonalStatus { task.status = change.status }
    }

    private mutating func take(_ route: Route) {
        task.agent = route.agent
        task.repository = route.repository ?? task.repository
        task.branch = route.branch ?? task.branch
        guard tracking.isAutomatic, tracking.naming.gives(wayTo: route.task.naming) else { return }
        (task.name, tracking.naming) = (route.task.name, route.task.naming)
    }
}
