import MonitorCore
import MonitorSources
import Mustache

/// What a task waits for: what its agent wants, how long already, and where to answer.
struct AskView: MustacheParent {
    let attention: TrackedTask.Attention
    /// The agent's name.
    let agent: String?
    /// The call that the request is about.
    let tool: ToolRecord?
    let taskID: TaskID
    let now: Timestamp

    func child(named name: String) -> Any? {
        switch name {
        case "heading": "\(agent ?? "This task") \(predicate)"
        case "shape": attention.statusView.state.rawValue
        case "since": TimeView(attention.since, now: now, prefix: "for ")
        case "message": message
        case "explanation": explanation.orAbsent
        case "holdsAgent": attention.statusView.state == .waiting
        case "taskID": taskID.description
        default: nil
        }
    }

    private var predicate: String {
        switch attention.reason {
        case .permission: "wants \(wish)"
        case .question: "has a question"
        case .plan: "has a plan to approve"
        case .error: "has stopped with an error"
        case .ci: "has a failed CI run"
        }
    }

    private var wish: String {
        switch tool?.kind {
        case .command: "to run a command"
        case .edit: "to change a file"
        case .read: "to read a file"
        case .web: "to open an address"
        case .search, .plan, .question, .approval, .agent, .other: "to use \(tool?.name.cut(60) ?? "a tool")"
        case nil: "a permission"
        }
    }

    /// The whole command or plan; the wait itself has it on one line.
    private var message: String {
        switch (attention.reason, tool?.detail) {
        case (.permission, .command(let command, _)): Excerpt(command, lines: 40, bytes: 4_096).text
        case (.plan, .plan(let plan)): Excerpt(plan, lines: 60, bytes: 8_192).text
        default: attention.message
        }
    }

    /// What the agent says its command is for.
    private var explanation: String? {
        attention.reason == .permission ? tool?.explanation?.cut(500) : nil
    }
}
