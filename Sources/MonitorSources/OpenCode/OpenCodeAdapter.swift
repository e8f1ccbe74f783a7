package import MonitorCore

/// OpenCode's events, as Monitor's plugin hands them on: `{type, properties, directory, worktree}`.
package struct OpenCodeAdapter: SourceAdapter {
    package let name = Agent.openCode.name
    package let setupHint = "monitor-cli hooks install opencode"
    package let answer = SourceAnswer.silent

    package init() {}

    package func normalize(_ delivery: Delivery) -> SourceEvent {
        report(delivery).sourceEvent(from: delivery)
    }

    private func report(_ delivery: Delivery) -> AgentReport {
        guard delivery.payload.kind == .object else { return Agent.openCode.report(noObject: delivery) }
        let body = OpenCodeBody(Payload(delivery.payload))
        return AgentReport(
            // A subagent is a session of its own with a parent; its events belong to the parent's task.
            session: AgentSession(
                .openCode, id: body.parent ?? body.session, checkout: Checkout(delivery, folder: body.repositoryFolder)),
            event: AgentEvent(openCode: body) ?? AgentEvent(unknown: body.type, of: .openCode, body.properties),
            tool: body.tool?.name,
            subagent: body.parent == nil ? nil : body.session,
            title: body.title,
            identity: body.identity)
    }
}

extension Agent {
    static let openCode = Agent(name: "opencode", title: "OpenCode", tag: "opencode")
}
