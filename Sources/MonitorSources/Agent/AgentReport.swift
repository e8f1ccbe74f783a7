import MonitorCore

/// What an adapter reads from one delivery of an agent; all else is the same for all agents.
struct AgentReport {
    var session: AgentSession
    var event: AgentEvent
    /// The name of the tool that the event is about.
    var tool: String?
    /// The subagent that it happened in, or that it is about.
    var subagent: String?
    /// What the agent calls its session.
    var title: String?
    /// The session's prompt where another event than the prompt's own tells it.
    var prompt: String?
    /// What tells this event from all others of its session.
    var identity: String?

    /// The event, with the payload as the update's data.
    func sourceEvent(from delivery: Delivery) -> SourceEvent {
        SourceEvent(
            content: UpdateContent(
                delivery,
                source: "\(session.agent.tag):\(session.id ?? "unknown")",
                message: event.message,
                kind: event.meaning.kind,
                level: event.meaning.level,
                tags: [session.agent.tag, tool, subagent.map { _ in "subagent" }]
            ),
            route: session.route(prompt: event.prompt ?? prompt, title: title),
            identity: identity.map { "\(session.key):\($0)".identifier },
            signals: session.isKnown ? [session.signal(event.signal, subagent: subagent?.identifier)] : [])
    }
}

extension Agent {
    /// A hook must not be refused whatever its body holds: what is no object is told, and belongs to the folder.
    func report(noObject delivery: Delivery) -> AgentReport {
        let kind = delivery.payload.kind
        let what = kind == .array ? "an array" : kind == .null ? "null" : "a \(kind.rawValue)"
        return AgentReport(
            session: AgentSession(self, id: nil, checkout: Checkout(delivery, folder: nil)),
            event: .unknown("\(title) sent \(what)"))
    }
}
