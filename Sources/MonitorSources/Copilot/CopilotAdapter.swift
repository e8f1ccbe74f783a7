package import MonitorCore

/// The hooks of Copilot CLI, its cloud agent and VS Code, in both forms of their bodies.
///
/// An event named in camelCase in Copilot's settings has a body in camelCase that does not say its name; one named in
/// PascalCase, as in Claude Code's settings, has a body like Claude Code's.
package struct CopilotAdapter: SourceAdapter {
    package let name = Agent.copilot.name
    package let setupHint = "monitor-cli hooks install copilot"
    package let answer = SourceAnswer.silent

    package init() {}

    package func normalize(_ delivery: Delivery) -> SourceEvent {
        report(Payload(delivery.payload), delivery).sourceEvent(from: delivery)
    }

    private func report(_ payload: Payload, _ delivery: Delivery) -> AgentReport {
        guard delivery.payload.kind == .object else { return Agent.copilot.report(noObject: delivery) }
        let hook = HookBody(payload)
        let name = CopilotEvent.name(payload)
        var report = AgentReport(
            hook: hook, name,
            session: AgentSession(
                .copilot, id: payload.firstText(["sessionId", "session_id"]),
                checkout: Checkout(delivery, folder: payload.text("cwd"))))
        if let event = AgentEvent(copilot: name, hook) { report.event = event }
        report.prompt = payload.firstText(["initialPrompt", "initial_prompt"])
        // A start has only the name; a stop has an id too, which nothing would match.
        report.subagent = payload.firstText(["agentName", "agent_name"]) ?? report.subagent
        report.identity = name.flatMap { CopilotEvent.identity(of: $0, hook) }
        return report
    }
}

extension AgentEvent {
    /// What Copilot tells in another way than Claude Code.
    fileprivate init?(copilot name: String?, _ hook: HookBody) {
        switch name {
        // It comes before the rules are looked at, also for what they allow. That a person is asked is told by the
        // notification `permission_prompt`.
        case HookEvent.permissionRequest.rawValue where hook.tool.wait == nil: self = .permissionChecked(hook.tool)
        case "UserPromptTransformed": self = .noted("Prompt prepared for the model\(hook.prompt.detail)", .working)
        default: return nil
        }
    }
}

extension Agent {
    static let copilot = Agent(name: "copilot", title: "Copilot", tag: "copilot")
}
