import MonitorCore

extension SourceEvent.Signal {
    var words: String {
        switch self {
        case .session(let signal): signal.words
        case .check(let run): run.words
        case .subject(let change): change.words
        }
    }
}

extension CheckRun {
    /// Such as `check "CI" 7.1 on octo/shop main: failed, "lint failed" https://...`.
    fileprivate var words: String {
        "check \"\(name)\" \(run).\(attempt) on \(repository) \(branch): \(state), \"\(message)\" \(url ?? "")"
    }
}

extension SubjectChange {
    fileprivate var words: String { "subject \(status.rawValue) at \(time?.description ?? "an unknown time")" }
}

extension SessionSignal {
    fileprivate var words: String {
        "session \(session)\(subagent.map { ", subagent \($0)" } ?? ""): \(meaning.words)"
    }
}

extension SessionSignal.Meaning {
    fileprivate var words: String {
        switch self {
        case .sessionStarted: "started"
        case .working: "working"
        case .toolStarted(let use): "tool started \(use.words)"
        case .toolEnded(let use): "tool ended \(use.words)"
        case .asked(let question): "asked \(question.words)"
        case .reminded(let question): "reminded \(question.words)"
        case .subagentEnded: "subagent ended"
        case .turnEnded(let hasBackgroundWork): hasBackgroundWork ? "turn ended, work goes on" : "turn ended"
        case .idle: "idle"
        case .failed(let message): "failed \"\(message)\""
        case .sessionEnded: "ended"
        case .alive: "alive"
        }
    }
}

extension SessionSignal.ToolUse {
    fileprivate var words: String { "\(id ?? "without id") (\(fingerprint))" }
}

extension SessionSignal.Question {
    fileprivate var words: String {
        "for \(reason.rawValue): \"\(message)\"" + (toolUse.map { ", about tool \($0.words)" } ?? "")
    }
}
