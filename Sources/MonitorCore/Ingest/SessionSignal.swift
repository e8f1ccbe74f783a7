/// What an event says of an agent's session.
package struct SessionSignal: Equatable, Sendable {
    /// The session, unique among all sources: `claude-code:SESSION`.
    package var session: String
    /// The subagent that it is about; `nil` for the main agent.
    package var subagent: String?
    package var meaning: Meaning

    package init(session: String, subagent: String? = nil, meaning: Meaning) {
        self.session = session
        self.subagent = subagent
        self.meaning = meaning
    }

    package enum Meaning: Equatable, Sendable {
        case sessionStarted
        /// A person said something, or the agent did what only happens while it works.
        case working
        case toolStarted(ToolUse)
        case toolEnded(ToolUse)
        /// The agent stands still until a person acts.
        case asked(Question)
        /// A reminder of a wait, which is one of its own only where none is known of the session.
        case reminded(Question)
        case subagentEnded
        case turnEnded(hasBackgroundWork: Bool)
        /// The agent waits for the next prompt, and for nobody in particular.
        case idle
        /// The turn broke off; what the message says.
        case failed(String)
        case sessionEnded
        /// A sign of life that says nothing of the state.
        case alive
    }

    /// One call of a tool.
    package struct ToolUse: Equatable, Sendable {
        package var id: String?
        /// The same for the same tool with the same input, as a permission request has no id.
        package var fingerprint: String

        package init(id: String?, fingerprint: String) {
            self.id = id
            self.fingerprint = fingerprint
        }
    }

    /// What the agent wants to know, or be allowed.
    package struct Question: Equatable, Sendable {
        package var reason: TrackedTask.Attention.Reason
        package var message: String
        /// The call that the answer is for.
        package var toolUse: ToolUse?

        package init(reason: TrackedTask.Attention.Reason, message: String, toolUse: ToolUse? = nil) {
            self.reason = reason
            self.message = message
            self.toolUse = toolUse
        }
    }
}
