import MonitorCore

extension AgentEvent {
    /// Reads an event that is told as Claude Code tells it.
    init(_ event: HookEvent, _ hook: HookBody) {
        let payload = hook.payload
        switch event {
        case .sessionStart: self = .sessionStarted(payload.firstText(["session_title", "source"]))
        case .sessionEnd: self = .sessionEnded(payload.text("reason"))
        case .userPromptSubmit: self = .prompted(hook.prompt)
        case .messageDisplay: self = .said(payload.text("delta"))
        case .notification: self = AgentEvent(notification: payload)
        case .subagentStart: self = .subagentStarted(hook.subagentType)
        case .subagentStop: self = .subagentEnded(hook.subagentType, says: hook.lastMessage)
        case .stop: self = .turnEnded(hook.lastMessage, hasBackgroundWork: !payload.items("background_tasks").isEmpty)
        case .stopFailure: self = .turnFailed(hook.error)
        case .errorOccurred: self = payload.isTrue("recoverable") ? .recovered(hook.error) : .turnFailed(hook.error)
        case .interrupt: self = .turnEnded("Interrupted\(payload.text("reason").detail)", hasBackgroundWork: false)
        case .elicitation: self = .asked(AgentEvent.elicitation(payload))
        case .taskCreated: self = .planned("Task created\(payload.text("task_subject").detail)")
        case .taskCompleted: self = .planned("Task completed\(payload.text("task_subject").detail)")
        case .fileChanged: self = .fileChanged(payload.text("file_path")?.relative(to: hook.folder))
        default: self = AgentEvent(tool: event, hook) ?? AgentEvent(aside: event, hook)
        }
    }

    private init?(tool event: HookEvent, _ hook: HookBody) {
        switch event {
        case .preToolUse: self = .toolStarted(hook.tool)
        case .postToolUse: self = .toolEnded(hook.tool)
        case .postToolUseFailure: self = .toolFailed(hook.tool, hook.error)
        case .permissionRequest: self = .permissionAsked(hook.tool)
        case .permissionDenied: self = .permissionDenied(hook.tool, hook.payload.text("reason"))
        default: return nil
        }
    }

    private static func elicitation(_ payload: Payload) -> SessionSignal.Question {
        let server = payload.text("mcp_server_name") ?? "MCP server"
        return SessionSignal.Question(reason: .question, message: "\(server) asks\(payload.text("message").detail)")
    }
}
