extension AgentEvent {
    /// An event of a newer release: its name, and what it seems to be about.
    init(unknown name: String?, of agent: Agent, _ payload: Payload) {
        let subject = payload.firstText([
            "message", "title", "description", "prompt", "name", "command_name", "file_path", "worktree_path",
            "trigger", "source", "reason",
        ])
        self = .unknown((name.flatMap { $0.isEmpty ? nil : $0.inWords } ?? "\(agent.title) event") + subject.detail)
    }
}
