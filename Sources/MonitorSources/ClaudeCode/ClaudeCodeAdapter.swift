package import MonitorCore

/// Claude Code's hooks: one JSON object per event, as a hook command gets it on its standard input.
///
/// Fields may be missing or new in any release: what is known is used, and an unknown event is a generic update.
package struct ClaudeCodeAdapter: SourceAdapter {
    package let name = "claude-code"

    package init() {}

    package func normalize(_ delivery: Delivery) throws -> UpdateContent {
        let payload = try Payload(delivery)
        let hook = ClaudeCodeHook(payload)
        return UpdateContent(
            delivery,
            source: "claude:" + (payload.text("session_id") ?? "unknown"),
            message: hook.message,
            kind: hook.meaning.kind,
            level: hook.meaning.level,
            tags: ["claude", payload.text("tool_name")]
        )
    }
}
