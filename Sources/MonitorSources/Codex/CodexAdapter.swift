package import MonitorCore

/// Codex's hooks, which speak as Claude Code's do, and the older `notify` program's argument.
package struct CodexAdapter: SourceAdapter {
    package let name = Agent.codex.name
    package let setupHint = "monitor-cli hooks install codex"
    package let answer = SourceAnswer.silent

    package init() {}

    package func normalize(_ delivery: Delivery) -> SourceEvent {
        report(Payload(delivery.payload), delivery).sourceEvent(from: delivery)
    }

    private func report(_ payload: Payload, _ delivery: Delivery) -> AgentReport {
        guard delivery.payload.kind == .object else { return Agent.codex.report(noObject: delivery) }
        let session = AgentSession(
            .codex, id: payload.firstText(["session_id", "thread-id"]),
            checkout: Checkout(delivery, folder: payload.text("cwd")))
        guard payload.has("hook_event_name") || !payload.has("type") else { return notify(payload, session) }
        var report = AgentReport(hook: HookBody(payload), payload.text("hook_event_name"), session: session)
        if payload.text("hook_event_name") == HookEvent.stop.rawValue, !payload.isTrue("stop_hook_active") {
            report.identity = endOfTurn(payload.text("turn_id"))
        }
        return report
    }

    /// The body for `notify`, which knows the end of a turn and nothing else.
    private func notify(_ payload: Payload, _ session: AgentSession) -> AgentReport {
        guard payload.text("type") == "agent-turn-complete" else {
            return AgentReport(
                session: session, event: AgentEvent(unknown: payload.text("type"), of: .codex, payload))
        }
        return AgentReport(
            session: session,
            event: .turnEnded(payload.text("last-assistant-message"), hasBackgroundWork: false),
            prompt: payload.texts("input-messages").first,
            identity: endOfTurn(payload.text("turn-id")))
    }

    /// Who has both the hooks and `notify` is told the end of a turn twice; it is stored once.
    private func endOfTurn(_ turn: String?) -> String? { turn.map { "\(HookEvent.stop.rawValue):\($0)" } }
}

extension Agent {
    static let codex = Agent(name: "codex", title: "Codex", tag: "codex")
}
