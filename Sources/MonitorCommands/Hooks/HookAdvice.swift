/// What a person has to know beside a command's result.
enum HookAdvice {
    static func lines(
        _ agent: HookAgent, _ change: HookChange, _ delivery: HookInvocation.Delivery
    ) -> [String] {
        var lines: [String] = []
        if let setting = change.disabledBy { lines.append(disabled(agent, change.file, setting)) }
        if case .http(_, let sendsToken) = delivery { lines.append(trade(sendsToken)) }
        guard change.isChanged, !change.isDryRun else { return lines }
        if change.scope == .project {
            lines.append("\(change.file) is usually shared: the path of monitor-cli in it holds for this machine only.")
        }
        return lines + agent.advice
    }

    static func lines(_ agent: HookAgent, _ statuses: [HookStatus]) -> [String] {
        let installed = statuses.filter(\.installed)
        let disabled = installed.compactMap { status in
            status.disabledBy.map { HookAdvice.disabled(agent, status.file, $0) }
        }
        let doubles = agent.name == HookAgent.copilot.name && !installed.isEmpty ? agent.advice : []
        return disabled + doubles
    }

    private static func disabled(_ agent: HookAgent, _ file: String, _ setting: String) -> String {
        "\(file) has \(setting): \(agent.title) runs no hooks until that is gone."
    }

    private static func trade(_ sendsToken: Bool) -> String {
        let token = sendsToken ? " Claude Code needs MONITOR_TOKEN in its own environment." : ""
        return """
            HTTP hooks start no program for an event, but: what happens while the server is off is lost, not spooled; a \
            server that does not answer shows as an error in every turn; and no branch or repository is told, so that \
            tasks are found by folder alone. SessionStart stays a command.\(token)
            """
    }
}
