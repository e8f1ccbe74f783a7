package import MonitorCore

/// Gemini CLI's hooks: Claude Code's fields, with names of its own for some of the events.
package struct GeminiCLIAdapter: SourceAdapter {
    package let name = Agent.geminiCLI.name
    package let setupHint = "monitor-cli hooks install gemini-cli"
    package let answer = SourceAnswer.silent

    package init() {}

    package func normalize(_ delivery: Delivery) -> SourceEvent {
        report(Payload(delivery.payload), delivery).sourceEvent(from: delivery)
    }

    private func report(_ payload: Payload, _ delivery: Delivery) -> AgentReport {
        guard delivery.payload.kind == .object else { return Agent.geminiCLI.report(noObject: delivery) }
        let name = payload.text("hook_event_name")
        var report = AgentReport(
            hook: HookBody(payload), name.map { GeminiCLIAdapter.hookEvents[$0]?.rawValue ?? $0 },
            session: AgentSession(
                .geminiCLI, id: payload.text("session_id"), checkout: Checkout(delivery, folder: payload.text("cwd"))))
        if let event = AgentEvent(gemini: name, payload) { report.event = event }
        return report
    }

    private static let hookEvents: [String: HookEvent] = [
        "BeforeAgent": .userPromptSubmit, "AfterAgent": .stop, "BeforeTool": .preToolUse, "AfterTool": .postToolUse,
        "PreCompress": .preCompact,
    ]
}

extension AgentEvent {
    /// What only Gemini CLI tells.
    fileprivate init?(gemini name: String?, _ payload: Payload) {
        switch (name, payload.text("notification_type")) {
        // No other event tells that a person has to approve, and none that they did: the tool's end does.
        case ("Notification", "ToolPermission"):
            self = .asked(SessionSignal.Question(reason: .permission, message: AgentEvent.permission(payload)))
        case ("BeforeModel", _): self = .noted("Request to the model", .working)
        case ("BeforeToolSelection", _): self = .noted("The model chooses a tool", .working)
        case ("AfterModel", _): self = .noted("Answer of the model")
        default: return nil
        }
    }

    private static func permission(_ payload: Payload) -> String {
        let details = payload["details"]
        let subject = details.firstText(["command", "filePath", "fileName", "toolName", "prompt", "title"])
        return (payload.text("message") ?? "Permission asked").line(upTo: 500) + subject.detail
    }
}

extension Agent {
    static let geminiCLI = Agent(name: "gemini-cli", title: "Gemini CLI", tag: "gemini")
}
