package import MonitorCore

/// Cursor's hooks, also those that it runs because they are installed for Claude Code.
package struct CursorAdapter: SourceAdapter {
    package let name = Agent.cursor.name
    package let setupHint = "monitor-cli hooks install cursor"
    package let answer = SourceAnswer.silent

    package init() {}

    package func normalize(_ delivery: Delivery) -> SourceEvent {
        report(Payload(delivery.payload), delivery).sourceEvent(from: delivery)
    }

    private func report(_ payload: Payload, _ delivery: Delivery) -> AgentReport {
        guard delivery.payload.kind == .object else { return Agent.cursor.report(noObject: delivery) }
        // Cursor's own `cwd` may be there and empty.
        let folder = payload.text("cwd") ?? payload.texts("workspace_roots").first
        let session = AgentSession(
            .cursor, id: payload.firstText(["conversation_id", "session_id"]),
            checkout: Checkout(delivery, folder: folder))
        let hook = HookBody(payload, folder: folder)
        let name = payload.text("hook_event_name")
        let event = name.map(CursorEvent.init)
        var report = AgentReport(hook: hook, event?.hookEvent?.rawValue ?? name, session: session)
        if let own = event.flatMap({ AgentEvent(cursor: $0, hook) }) { report.event = own }
        report.identity = event.flatMap { CursorIdentity(event: $0, hook).text }
        return report
    }
}

extension Agent {
    static let cursor = Agent(name: "cursor", title: "Cursor", tag: "cursor")
}
