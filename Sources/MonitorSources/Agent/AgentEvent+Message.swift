import MonitorCore

extension AgentEvent {
    /// What a person reads; never empty.
    var message: String {
        switch self {
        case .sessionStarted(let how): "Session started\(how.detail)"
        case .sessionEnded(let why): "Session ended\(why.detail)"
        case .prompted(let text): text ?? "Prompt"
        case .said(let text): text ?? "Assistant message"
        case .asked(let question), .reminded(let question): question.message
        case .subagentStarted(let type): "Subagent \(AgentEvent.word(type))started"
        case .subagentEnded(let type, let says): "Subagent \(AgentEvent.word(type))finished\(says.detail)"
        case .turnEnded(let text, _): text ?? "Turn ended"
        case .turnFailed(let error): "Turn failed\(error.detail)"
        case .recovered(let error): "Error, the agent goes on\(error.detail)"
        case .fileChanged(let path): "File changed\(path.detail)"
        case .promptAnnounced(let text), .planned(let text), .noted(let text, _), .unknown(let text): text
        default: toolMessage
        }
    }

    private var toolMessage: String {
        switch self {
        case .toolStarted(let tool): tool.waitMessage ?? tool.description
        case .toolEnded(let tool): "\(tool.describing(tool.hasFailed ? "failed" : "done"))\(tool.failure.detail)"
        case .toolFailed(let tool, let error): "\(tool.describing("failed"))\(error.detail)"
        case .permissionAsked(let tool): tool.waitMessage ?? "Permission asked for \(tool.description)"
        case .permissionChecked(let tool): "Permission checked for \(tool.description)"
        case .permissionDenied(let tool, let reason): "Permission denied for \(tool.description)\(reason.detail)"
        default: "Event"
        }
    }

    private static func word(_ text: String?) -> String { text.map { $0.line(upTo: 100) + " " } ?? "" }
}

extension String? {
    /// The text as the end of a sentence, on one line; nothing where there is none.
    var detail: String { map { ": " + $0.line(upTo: 500) } ?? "" }
}
