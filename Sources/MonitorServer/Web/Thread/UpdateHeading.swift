import MonitorCore
import MonitorSources

/// What the first line of an update's row says, and the text below it.
struct UpdateHeading: Equatable {
    var title: String
    /// A command or a path beside the title.
    var code: String?
    /// How it ended, how long it took.
    var note: String?
    var text: String?
    /// The title names the agent already.
    var isByAgent = false

    init(of update: Update, kind: UpdateKind, tool: ToolRecord?, duration: Duration?) {
        let content = update.content
        title = kind.title
        text = content.message
        switch content.kind {
        case "user_prompt": (title, isByAgent) = (content.author ?? "Prompt", true)
        case "assistant_message": (title, isByAgent) = (AgentView(content).name, true)
        case "turn_end": tellTurn(content, duration)
        case "subagent_start", "subagent_stop": tellSubagent(content, duration)
        case "tool_failure": tellFailure(tool)
        case "permission_request", "question": if tool?.detail != nil || tool?.subject != nil { text = nil }
        case "plan_update": tellPlan(tool)
        case "file_change": tellChange(tool)
        case "ci_run", "ci_job": tellCheck(content)
        default: break
        }
    }

    private mutating func tellTurn(_ content: UpdateContent, _ duration: Duration?) {
        (title, isByAgent) = (AgentView(content).name, true)
        note = "end of turn" + (duration.map { ", \($0.text)" } ?? "")
        if content.message == "Turn ended" { text = nil }
    }

    private mutating func tellSubagent(_ content: UpdateContent, _ duration: Duration?) {
        let subagent = SubagentRecord(content.data)
        let isEnd = content.kind == "subagent_stop"
        (title, isByAgent) = ("\(subagent?.name?.cut(60) ?? "Subagent") \(isEnd ? "finished" : "started")", true)
        note = duration?.text
        text = isEnd ? subagent?.lastMessage : nil
    }

    private mutating func tellFailure(_ tool: ToolRecord?) {
        guard let tool else { return }
        (title, code, isByAgent) = ("\(tool.name) failed", tool.subject?.cut(300), true)
        let parts = [tool.exitCode.map { "exit code \($0)" }, tool.duration?.text].compactMap(\.self)
        note = parts.isEmpty ? nil : parts.joined(separator: ", ")
        if tool.detail != nil { text = nil }
    }

    private mutating func tellPlan(_ tool: ToolRecord?) {
        guard case .checklist(let items) = tool?.detail else { return }
        (title, text) = ("Plan updated", nil)
        note = "\(items.count { $0.state == .done }) of \(items.count) done"
    }

    private mutating func tellChange(_ tool: ToolRecord?) {
        guard let tool else { return }
        (code, text) = (tool.subject?.cut(300), nil)
    }

    private mutating func tellCheck(_ content: UpdateContent) {
        guard let check = CheckRecord(content.data) else { return }
        let noun = content.kind == "ci_run" ? "CI run" : "CI job"
        let name = check.number.map { "\($0)" } ?? check.name?.cut(80)
        title = [noun, name, check.verb].compactMap(\.self).joined(separator: " ")
    }
}
