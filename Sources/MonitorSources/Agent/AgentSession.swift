import MonitorCore

/// An agent's session as a delivery names it; makes what all agents' events have in common.
struct AgentSession {
    let agent: Agent
    let id: String?
    let checkout: Checkout

    /// Takes an id of any length; one that is longer than any agent's is stood for by its beginning and a fingerprint.
    init(_ agent: Agent, id: String?, checkout: Checkout) {
        self.agent = agent
        self.id = id?.identifier
        self.checkout = checkout
    }

    /// Where the session's events belong, by a name that this event knows for it.
    func route(prompt: String? = nil, title: String? = nil) -> Route {
        Route(
            workstream: checkout.repository.map(Route.Workstream.repository)
                ?? Route.Workstream(key: "agent:\(agent.name)", name: agent.title),
            task: task(prompt: prompt, title: title),
            agent: agent.name, repository: checkout.repository, branch: checkout.branch)
    }

    /// The session among those of all sources; one that has no id is known by its folder.
    var key: String { "\(agent.name):\(id ?? checkout.worktree.map { "in \($0.identifier)" } ?? "unknown")" }

    /// Whether there is anything to know it by; what belongs to nothing has no state.
    var isKnown: Bool { id != nil || checkout.worktree != nil }

    func signal(_ meaning: SessionSignal.Meaning, subagent: String? = nil) -> SourceEvent.Signal {
        .session(SessionSignal(session: key, subagent: subagent, meaning: meaning))
    }

    private func task(prompt: String?, title: String?) -> Route.Task {
        let key = "session:\(key)"
        if let name = AgentSession.name(title) { return Route.Task(key: key, name: name, naming: .title) }
        if let name = AgentSession.name(prompt) { return Route.Task(key: key, name: name, naming: .prompt) }
        if let branch = checkout.branch { return Route.Task(key: key, name: branch, naming: .branch) }
        return Route.Task(key: key, name: agent.title, naming: .agent)
    }

    /// Design, section 5: a prompt names its session in 80 characters.
    private static func name(_ text: String?) -> String? {
        guard let name = text?.replacingNUL.line(upTo: 80), !name.isEmpty else { return nil }
        return name
    }
}

extension String {
    /// The text as a part of a key: as it is, or cut and told apart by a fingerprint (ids of agents have 36 characters).
    var identifier: String {
        guard unicodeScalars.count > 200 else { return self }
        return String(unicodeScalars.prefix(100)) + "#" + fingerprint(of: utf8)
    }
}
