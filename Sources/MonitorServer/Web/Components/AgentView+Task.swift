import MonitorCore

extension AgentView {
    /// Who reports on a task; `nil` for one that only people write to.
    init?(_ task: TrackedTask) {
        guard let agent = task.agent else { return nil }
        self.init(UpdateContent(source: AgentView.sourceNames[agent] ?? agent, message: ""))
    }

    /// Where an agent's updates have another name before the colon of their source than the agent's own.
    private static let sourceNames = ["claude-code": "claude", "gemini-cli": "gemini"]
}
