import MonitorCore

extension ClaudeCodeHook {
    var meaning: Meaning {
        switch event {
        case .sessionStart: Meaning("session_start")
        case .sessionEnd: Meaning("session_end")
        case .userPromptSubmit: Meaning("user_prompt")
        case .messageDisplay: Meaning("assistant_message")
        case .preToolUse: Meaning("tool_use")
        case .postToolUse: tool.hasFailed ? Meaning("tool_failure", .error) : Meaning("tool_use")
        case .postToolUseFailure: Meaning("tool_failure", .error)
        case .permissionDenied: Meaning("tool_failure", .warn)
        case .permissionRequest: Meaning("permission_request")
        case .notification: notificationMeaning
        case .elicitation: Meaning("question")
        case .subagentStart: Meaning("subagent_start")
        case .subagentStop: Meaning("subagent_stop")
        case .stop: Meaning("turn_end")
        case .stopFailure: Meaning("error", .error)
        case .taskCreated, .taskCompleted: Meaning("plan_update")
        case .fileChanged: Meaning("file_change")
        case .setup, .userPromptExpansion, .postToolBatch, .elicitationResult, .teammateIdle, .preCompact,
            .postCompact, .preModelSwitch, .postModelSwitch, .instructionsLoaded, .configChange, .cwdChanged,
            .directoryAdded, .worktreeCreate, .worktreeRemove:
            Meaning("status_note")
        case nil: Meaning("external_update")
        }
    }

    /// A notification is a wait only where somebody must act.
    private var notificationMeaning: Meaning {
        switch payload.text("notification_type") {
        case "permission_prompt": Meaning("permission_request")
        case "elicitation_dialog", "elicitation_url_dialog", "agent_needs_input": Meaning("question")
        default: Meaning("status_note")
        }
    }
}
