import MonitorCore

extension AgentEvent {
    /// What it means for the session's state (conventions, section 1, "Deriving status").
    var signal: SessionSignal.Meaning {
        switch self {
        case .sessionStarted: .sessionStarted
        case .sessionEnded: .sessionEnded
        case .prompted, .promptAnnounced, .subagentStarted: .working
        case .toolStarted(let tool): tool.question.map { .asked($0) } ?? .toolStarted(tool.use)
        case .toolEnded(let tool), .toolFailed(let tool, _), .permissionDenied(let tool, _): .toolEnded(tool.use)
        case .permissionAsked(let tool): .asked(tool.question ?? tool.permissionQuestion)
        case .permissionChecked(let tool): .toolStarted(tool.use)
        case .asked(let question): .asked(question)
        case .reminded(let question): .reminded(question)
        case .subagentEnded: .subagentEnded
        case .turnEnded(_, let hasBackgroundWork): .turnEnded(hasBackgroundWork: hasBackgroundWork)
        case .turnFailed: .failed(message)
        case .noted(_, let meaning): meaning
        // What an agent says or ticks off last may arrive after the end of its turn, and must not undo that.
        case .said, .planned, .recovered, .fileChanged, .unknown: .alive
        }
    }

    /// The prompt, which may name the session's task.
    var prompt: String? {
        if case .prompted(let text) = self { text } else { nil }
    }
}
