import MonitorCore

/// An agent's session as a delivery names it; makes what all agents' events have in common.
struct AgentSession {
    /// The source's name: `claude-code`.
    let agent: String
    /// What a person calls the agent: `Claude Code`.
    let title: String
    let id: String?
    let checkout: Checkout

    /// Where the session's events belong, by a name that this event knows for it.
    func route(prompt: String? = nil, title: String? = nil) -> Route {
        Route(
            workstream: checkout.repository.map(Route.Workstream.repository)
                ?? Route.Workstream(key: "agent:\(agent)", name: self.title),
            task: task(prompt: prompt, title: title),
            agent: agent, repository: checkout.repository, branch: checkout.branch)
    }

    /// The session among those of all sources; one that has no id is known by its folder.
    var key: String { "\(agent):\(id ?? checkout.worktree.map { "in \($0)" } ?? "unknown")" }

    func signal(_ meaning: SessionSignal.Meaning, subagent: String? = nil) -> SourceEvent.Signal {
        .session(SessionSignal(session: key, subagent: subagent, meaning: meaning))
    }

    private func task(prompt: String?, title: String?) -> Route.Task {
        let key = "session:\(key)"
        if let name = AgentSession.name(title) { return Route.Task(key: key, name: name, naming: .title) }
        if let name = AgentSession.name(prompt) { return Route.Task(key: key, name: name, naming: .prompt) }
        if let branch = checkout.branch { return Route.Task(key: key, name: branch, naming: .branch) }
        return Route.Task(key: key, name: self.title, naming: .agent)
    }

    /// Design, section 5: a prompt names its session in 80 characters.
    private static func name(_ text: String?) -> String? {
        guard let name = text?.replacingNUL.line(upTo: 80), !name.isEmpty else { return nil }
        return name
    }
}
