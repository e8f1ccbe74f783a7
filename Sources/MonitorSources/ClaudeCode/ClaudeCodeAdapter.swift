package import MonitorCore

/// Claude Code's hooks: one JSON object per event, as a hook command gets it on its standard input.
///
/// Fields may be missing or new in any release: what is known is used, and an unknown event is a generic update.
package struct ClaudeCodeAdapter: SourceAdapter {
    package let name = Agent.claudeCode.name
    package let setupHint = "monitor-cli hooks install claude-code"
    package let answer = SourceAnswer.silent

    package init() {}

    package func normalize(_ delivery: Delivery) -> SourceEvent {
        let payload = Payload(delivery.payload)
        // Cursor and Copilot can run the hooks that are installed for Claude Code, and say so in fields that are not
        // Claude Code's. Handled as their own, such a copy has the identity of the one from their own hooks.
        if payload.has("cursor_version") { return CursorAdapter().normalize(delivery) }
        if CopilotEvent.isCopilots(payload) { return CopilotAdapter().normalize(delivery) }
        return report(payload, delivery).sourceEvent(from: delivery)
    }

    private func report(_ payload: Payload, _ delivery: Delivery) -> AgentReport {
        guard delivery.payload.kind == .object else { return Agent.claudeCode.report(noObject: delivery) }
        return AgentReport(
            hook: HookBody(payload), payload.text("hook_event_name"),
            session: AgentSession(
                .claudeCode, id: payload.text("session_id"), checkout: Checkout(delivery, folder: payload.text("cwd"))))
    }
}

extension Agent {
    static let claudeCode = Agent(name: "claude-code", title: "Claude Code", tag: "claude")
}
