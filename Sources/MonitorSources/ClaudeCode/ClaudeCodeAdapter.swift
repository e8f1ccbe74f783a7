package import MonitorCore

/// Claude Code's hooks: one JSON object per event, as a hook command gets it on its standard input.
///
/// Fields may be missing or new in any release: what is known is used, and an unknown event is a generic update.
package struct ClaudeCodeAdapter: SourceAdapter {
    package let name = "claude-code"
    package let setupHint = "monitor-cli hooks install claude-code"
    package let answer = SourceAnswer.silent

    package init() {}

    package func normalize(_ delivery: Delivery) throws -> SourceEvent {
        let payload = try Payload(delivery)
        let hook = ClaudeCodeHook(payload)
        let session = AgentSession(
            agent: name, title: "Claude Code", id: payload.text("session_id"),
            checkout: Checkout(delivery, folder: payload.text("cwd")))
        return SourceEvent(
            content: UpdateContent(
                delivery,
                source: "claude:" + (session.id ?? "unknown"),
                message: hook.message,
                kind: hook.meaning.kind,
                level: hook.meaning.level,
                tags: ["claude", payload.text("tool_name")]
            ),
            route: session.route())
    }
}
