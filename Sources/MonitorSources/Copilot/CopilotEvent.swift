import MonitorCore

/// How Copilot's events are told apart, from each other and from those of Claude Code.
enum CopilotEvent {
    /// Whether a body that came to Claude Code's address is one of Copilot's.
    ///
    /// Copilot says when it happened, which Claude Code does not; the other two fields are Claude Code's alone. An event
    /// that has neither could not be told apart if Claude Code should begin to send the time.
    static func isCopilots(_ payload: Payload) -> Bool {
        payload.has("timestamp") && !payload.has("prompt_id") && !payload.has("permission_mode")
    }

    /// The event's name among those of Claude Code; told by the fields where the body does not say it.
    static func name(_ payload: Payload) -> String? {
        guard let given = payload.firstText(["hook_event_name", "hookEventName"]) else { return inferred(payload) }
        switch given {
        case "userPromptSubmitted": return HookEvent.userPromptSubmit.rawValue
        case "agentStop": return HookEvent.stop.rawValue
        default: return given.prefix(1).uppercased() + given.dropFirst()
        }
    }

    /// Bodies in camelCase have different fields for each event.
    private static func inferred(_ payload: Payload) -> String? {
        if payload.has("toolName") { return tool(payload).rawValue }
        if payload.has("transformedPrompt") { return "UserPromptTransformed" }
        if payload.has("notification_type") { return HookEvent.notification.rawValue }
        if payload.has("errorContext") { return HookEvent.errorOccurred.rawValue }
        if payload.has("stopReason") {
            return (payload.has("agentName") || payload.has("agentId") ? HookEvent.subagentStop : .stop).rawValue
        }
        let signs: [(String, HookEvent)] = [
            ("agentName", .subagentStart), ("prompt", .userPromptSubmit), ("trigger", .preCompact),
            ("source", .sessionStart), ("reason", .sessionEnd),
        ]
        return signs.first { payload.has($0.0) }?.1.rawValue
    }

    private static func tool(_ payload: Payload) -> HookEvent {
        if payload.has("toolResult") { return .postToolUse }
        if payload.has("error") { return .postToolUseFailure }
        return payload.has("toolArgs") ? .preToolUse : .permissionRequest
    }

    /// What tells an event from all others, in both forms of its body; `nil` where the body has no time.
    ///
    /// Copilot has an id for neither a turn nor, in its CLI, a call. Without the time the same command in one session
    /// could not be told from the one before; with it two copies that were not made at the same millisecond are both
    /// stored, which does less harm.
    static func identity(of name: String, _ hook: HookBody) -> String? {
        if let id = hook.tool.id { return "\(name):\(id)" }
        guard let time = milliseconds(hook.payload) else { return nil }
        if hook.toolName == nil { return "\(name):\(time)" }
        return "\(name):\(time):\(ToolName.fingerprint(hook.tool.name, input: hook.tool.input))"
    }

    private static func milliseconds(_ payload: Payload) -> Int64? {
        payload.int("timestamp")
            ?? payload.text("timestamp").flatMap { Timestamp(rfc3339: $0) }.map { $0.microseconds / 1000 }
    }
}
