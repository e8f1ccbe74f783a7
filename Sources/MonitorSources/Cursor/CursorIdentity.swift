import MonitorCore

/// What tells an event of Cursor from all others, and is the same for both copies of one.
///
/// Cursor runs its own hooks and those for Claude Code, so that an event can come twice. The copies have the same
/// conversation and generation, but not always the same spelling of the event and of the tool, so only the event's own
/// fields are compared. Where a tool's event has no `tool_use_id`, the same command given twice in one generation is
/// taken for one event: that is rarer than the double, which would come with each event, and the agent's answer to the
/// second tells the same story.
struct CursorIdentity {
    /// `nil` where nothing says that another event is not the same: it is stored each time.
    let text: String?

    init(event: CursorEvent, _ hook: HookBody) {
        let payload = hook.payload
        guard let generation = payload.text("generation_id") else {
            text = hook.tool.id.map { "\(event.name):\($0)" }
            return
        }
        text = CursorIdentity.own(event, hook).map { "\(generation.identifier):\(event.name):\($0)" }
    }

    private static func own(_ event: CursorEvent, _ hook: HookBody) -> String? {
        if let id = hook.tool.id { return id }
        if hook.toolName != nil { return ToolName.fingerprint(hook.tool.name, input: hook.tool.input) }
        guard let keys = fields[event.name] else { return nil }
        let values = keys.map { Array(hook.payload.value($0)?.bytes ?? []) }
        return fingerprint(of: values.joined(separator: [0]))
    }

    /// The fields that make an event what it is; unknown events have none and are never the same.
    private static let fields: [String: [String]] = [
        "sessionStart": [], "sessionEnd": ["reason"], "beforeSubmitPrompt": ["prompt"], "stop": ["status"],
        "subagentStart": ["subagent_id", "subagent_type", "task"],
        "subagentStop": ["subagent_id", "subagent_type", "task"],
        "preCompact": ["trigger"], "beforeShellExecution": ["command"], "afterShellExecution": ["command"],
        "beforeReadFile": ["file_path"], "afterFileEdit": ["file_path", "edits"], "afterAgentResponse": ["text"],
        "afterAgentThought": ["text"],
    ]
}
