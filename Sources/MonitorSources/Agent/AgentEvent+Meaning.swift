import MonitorCore

extension AgentEvent {
    /// The kind and level of the update.
    var meaning: Meaning {
        switch self {
        case .sessionStarted: Meaning("session_start")
        case .sessionEnded: Meaning("session_end")
        case .prompted, .promptAnnounced: Meaning("user_prompt")
        case .said: Meaning("assistant_message")
        case .toolStarted(let tool): Meaning(tool.wait.map(AgentEvent.kind) ?? "tool_use")
        case .toolEnded(let tool): tool.hasFailed ? Meaning("tool_failure", .error) : Meaning("tool_use")
        case .toolFailed: Meaning("tool_failure", .error)
        case .permissionAsked(let tool): Meaning(AgentEvent.kind(of: tool.wait ?? .permission))
        case .permissionChecked: Meaning("permission_request")
        case .permissionDenied: Meaning("tool_failure", .warn)
        case .asked(let question), .reminded(let question): Meaning(AgentEvent.kind(of: question.reason))
        case .subagentStarted: Meaning("subagent_start")
        case .subagentEnded: Meaning("subagent_stop")
        case .turnEnded: Meaning("turn_end")
        case .turnFailed: Meaning("error", .error)
        case .recovered: Meaning("error", .warn)
        case .planned: Meaning("plan_update")
        case .fileChanged: Meaning("file_change")
        case .noted: Meaning("status_note")
        case .unknown: Meaning("external_update")
        }
    }

    /// A plan waits for its approval.
    private static func kind(of reason: TrackedTask.Attention.Reason) -> String {
        reason == .question ? "question" : "permission_request"
    }
}
