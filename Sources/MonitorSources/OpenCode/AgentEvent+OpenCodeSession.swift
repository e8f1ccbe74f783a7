import MonitorCore

extension AgentEvent {
    /// The events about a session; `nil` for others.
    init?(openCodeSession body: OpenCodeBody) {
        let title = body.info.text("title")
        let isSubagent = body.parent != nil
        switch body.type {
        case "session.created": self = isSubagent ? .subagentStarted(title) : .sessionStarted(title)
        case "session.updated": self = .noted("Session updated\(title.detail)")
        case "session.idle":
            self = isSubagent ? .subagentEnded(nil, says: nil) : .turnEnded(nil, hasBackgroundWork: false)
        case "session.status": self = AgentEvent(openCodeStatus: body.properties["status"])
        case "session.error": self = AgentEvent(openCodeError: body.properties["error"])
        case "session.compacted": self = .noted("Context compacted")
        case "session.diff": self = .noted("Files changed in this session: \(body.properties.items("diff").count)")
        case "session.deleted": self = isSubagent ? .subagentEnded(title, says: nil) : .sessionEnded(title)
        default: return nil
        }
    }

    private init(openCodeStatus status: Payload) {
        switch status.text("type") {
        case "busy": self = .noted("Turn started", .working)
        case "idle": self = .noted("Waiting for the next prompt", .idle)
        case "retry": self = .noted("Request repeated\(status.text("message").detail)", .working)
        case let type: self = .noted("Session status\(type.detail)")
        }
    }
}
