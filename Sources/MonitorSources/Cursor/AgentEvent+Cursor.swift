import MonitorCore

extension AgentEvent {
    /// What only Cursor tells, or tells in another way.
    init?(cursor event: CursorEvent, _ hook: HookBody) {
        let payload = hook.payload
        switch event.name {
        case "stop": self = AgentEvent(cursorStop: payload, hook.lastMessage)
        case "afterAgentResponse": self = .said(payload.text("text"))
        case "afterAgentThought": self = .noted("Thought\(payload.text("text").detail)")
        case "afterFileEdit", "afterTabFileEdit":
            self = .fileChanged(payload.text("file_path")?.relative(to: hook.folder))
        case "beforeShellExecution": self = .toolStarted(ToolCall(shell: hook))
        case "afterShellExecution": self = .toolEnded(ToolCall(shell: hook))
        case "beforeReadFile", "beforeTabFileRead": self = .toolStarted(ToolCall(reading: hook))
        case "beforeMCPExecution": self = .toolStarted(hook.tool)
        case "afterMCPExecution": self = .toolEnded(ToolCall(mcp: hook))
        default: return nil
        }
    }

    private init(cursorStop payload: Payload, _ message: String?) {
        switch payload.text("status") {
        case "error": self = .turnFailed(payload.firstText(["error_message", "error"]) ?? "error")
        case "aborted": self = .turnEnded("Turn aborted", hasBackgroundWork: false)
        default: self = .turnEnded(message, hasBackgroundWork: false)
        }
    }
}

extension ToolCall {
    /// The shell's events have the tool's input as their own fields.
    fileprivate init(shell hook: HookBody) {
        self.init(name: "Shell", input: hook.payload.input(["command"]), folder: hook.folder)
    }

    fileprivate init(reading hook: HookBody) {
        self.init(name: "Read", input: hook.payload.input(["file_path"]), folder: hook.folder)
    }

    fileprivate init(mcp hook: HookBody) {
        self.init(
            name: hook.toolName, id: hook.tool.id, input: hook.tool.input, response: hook.payload.value("result_json"),
            folder: hook.folder)
    }
}
