/// What is kept of a task beside its row, so that the next event can be understood.
package struct TaskTracking: Equatable, Sendable {
    /// Made by a source's event: its name and status follow its session or subject until a person sets them.
    package var isAutomatic = false
    package var naming = Route.Naming.agent
    package var hasPersonalStatus = false
    /// What the agent does when no wait hides it.
    package var base: TrackedTask.AgentState?
    /// In order of their beginning.
    package var waits: [Wait] = []
    /// Ids of the tool calls under way; the newest `callLimit` of them.
    package var calls: [String] = []
    package var subjectChangedAt: Timestamp?

    /// More calls than an agent runs at one time; past it one that never ended is forgotten.
    static let callLimit = 64
    /// More than a person can answer; a sender that invents waits must not fill the row.
    static let waitLimit = 64

    package init() {}

    /// Something that waits for a person.
    package struct Wait: Equatable, Sendable {
        /// The session, or the check that failed.
        package var owner: String
        package var subagent: String?
        package var question: SessionSignal.Question
        package var since: Timestamp
        /// Calls that were under way already: their end says nothing of this wait.
        package var callsUnderWay: [String] = []
        /// A person has seen it and does not want to see it again.
        package var isDismissed = false
    }

    /// The wait that the task shows: the oldest that was not dismissed.
    package var attention: TrackedTask.Attention? {
        waits.first { !$0.isDismissed }.map {
            TrackedTask.Attention(reason: $0.question.reason, message: $0.question.message, since: $0.since)
        }
    }

    package var agentState: TrackedTask.AgentState? {
        waits.contains { $0.question.reason.holdsAgent } ? .waiting : base
    }

    /// A session that has not ended reports on the task.
    package var isAtWork: Bool { base != nil && base != .ended }

    /// A person dismisses what the task waits for.
    package mutating func dismissWaits() {
        for index in waits.indices { waits[index].isDismissed = true }
    }
}

extension TrackedTask.Attention.Reason {
    /// The agent stands still until it is answered.
    var holdsAgent: Bool {
        switch self {
        case .permission, .question, .plan: true
        case .error, .ci: false
        }
    }
}
