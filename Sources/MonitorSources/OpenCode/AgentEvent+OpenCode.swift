import MonitorCore

extension AgentEvent {
    /// `nil` for an event that is not documented.
    init?(openCode body: OpenCodeBody) {
        let properties = body.properties
        if let state = body.toolState, let tool = body.tool {
            self = AgentEvent(openCode: state, tool, error: body.part["state"].text("error"))
            return
        }
        switch body.type {
        case "permission.asked", "permission.updated":
            guard let tool = body.tool else { return nil }
            self = .permissionAsked(tool)
        case "permission.replied":
            self = .noted("Permission answered\(properties.firstText(["reply", "response"]).detail)", .working)
        case "question.asked":
            let text = ToolCall.questions(properties) ?? "Question"
            self = .asked(SessionSignal.Question(reason: .question, message: text))
        case "question.replied", "question.rejected": self = .noted(body.type.inWords, .working)
        case "todo.updated": self = .planned("Plan: \(Progress(properties.items("todos"))?.text ?? "nothing to do")")
        case "file.edited": self = .fileChanged(properties.text("file")?.relative(to: body.folder))
        case "message.updated": self = AgentEvent(openCodeMessage: body.info)
        case "message.part.updated": self = AgentEvent(openCodePart: body.part)
        default:
            guard let event = AgentEvent(openCodeSession: body) ?? AgentEvent(openCodeAside: body) else { return nil }
            self = event
        }
    }

    private init(openCode state: OpenCodeBody.ToolState, _ tool: ToolCall, error: String?) {
        switch state {
        // What it will be given is not known yet, so it is not the start that its end belongs to.
        case .pending: self = .noted("\(tool.name) is about to start", .working)
        case .running: self = .toolStarted(tool)
        case .completed: self = .toolEnded(tool)
        case .error: self = .toolFailed(tool, error)
        }
    }

    /// What has no meaning for a session's state.
    private init?(openCodeAside body: OpenCodeBody) {
        let subject = body.properties.firstText(["file", "name", "branch", "version", "message", "id"])
        let documented = [
            "message.", "server.", "installation.", "lsp.", "vcs.", "pty.", "tui.", "command.", "project.", "mcp.",
            "file.", "ide.", "worktree.",
        ]
        guard documented.contains(where: body.type.hasPrefix) else { return nil }
        self = .noted(body.type.inWords + (subject?.relative(to: body.folder)).detail)
    }
}
