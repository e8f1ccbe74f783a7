extension ClaudeCodeHook {
    /// What a person reads; never empty.
    var message: String {
        switch event {
        case .preToolUse: tool.description
        case .postToolUse: "\(tool.describing(tool.hasFailed ? "failed" : "done"))\(detail(tool.failure))"
        case .postToolUseFailure: "\(tool.describing("failed"))\(detail(payload.text("error")))"
        case .permissionRequest: "Permission asked for \(tool.description)"
        case .permissionDenied: "Permission denied for \(tool.description)\(detail(payload.text("reason")))"
        case .userPromptSubmit: payload.text("prompt") ?? "Prompt"
        case .messageDisplay: payload.text("delta") ?? "Assistant message"
        case .stop: payload.text("last_assistant_message") ?? "Turn ended"
        case .stopFailure: "Turn failed\(detail(errorText))"
        case .notification: payload.firstText(["message", "title", "notification_type"]) ?? "Notification"
        case .subagentStart: "Subagent \(agentType)started"
        case .subagentStop: "Subagent \(agentType)finished\(detail(payload.text("last_assistant_message")))"
        default: sessionMessage
        }
    }

    /// The events around a session that are not about its conversation.
    private var sessionMessage: String {
        switch event {
        case .sessionStart: "Session started\(detail(payload.firstText(["session_title", "source"])))"
        case .sessionEnd: "Session ended\(detail(payload.text("reason")))"
        case .taskCreated: "Task created\(detail(payload.text("task_subject")))"
        case .taskCompleted: "Task completed\(detail(payload.text("task_subject")))"
        case .elicitation: "\(payload.text("mcp_server_name") ?? "MCP server") asks\(detail(payload.text("message")))"
        case .elicitationResult: "Answer to \(payload.text("mcp_server_name") ?? "MCP server")\(subject)"
        case .preCompact: "Context compaction starts\(subject)"
        case .postCompact: "Context compacted\(subject)"
        case .fileChanged: "File changed\(subject)"
        default: (payload.text("hook_event_name").map(ClaudeCodeHook.words) ?? "Claude Code event") + subject
        }
    }

    private var agentType: String { payload.text("agent_type").map { $0.line(upTo: 100) + " " } ?? "" }

    private var errorText: String? {
        let parts = [payload.text("error"), payload.text("error_details")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// What an event without a sentence of its own is about.
    private var subject: String {
        detail(
            payload.firstText([
                "action", "command_name", "teammate_name", "name", "new_cwd", "directory", "worktree_path", "file_path",
                "trigger", "message", "source", "reason",
            ]))
    }

    private func detail(_ text: String?) -> String { text.map { ": " + $0.line(upTo: 500) } ?? "" }

    /// `PreCompact` as `Pre compact`.
    private static func words(_ name: String) -> String {
        var words = ""
        for character in name.line(upTo: 100) {
            words += character.isUppercase && !words.isEmpty ? " " + character.lowercased() : String(character)
        }
        return words
    }
}
