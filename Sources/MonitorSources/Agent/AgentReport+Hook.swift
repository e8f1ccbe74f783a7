extension AgentReport {
    /// Reads an event in Claude Code's names; one that has no such name is unknown.
    init(hook: HookBody, _ name: String?, session: AgentSession) {
        let event = name.flatMap(HookEvent.init)
        self.init(
            session: session,
            event: event.map { AgentEvent($0, hook) } ?? AgentEvent(unknown: name, of: session.agent, hook.payload),
            tool: hook.toolName,
            subagent: hook.subagentID,
            title: hook.payload.text("session_title"),
            identity: AgentReport.toolIdentity(event, hook.tool))
    }

    /// Only a tool's call has an id that is the same when its event comes again.
    static func toolIdentity(_ event: HookEvent?, _ tool: ToolCall) -> String? {
        guard let event, let id = tool.id else { return nil }
        return "\(event.rawValue):\(id)"
    }
}
