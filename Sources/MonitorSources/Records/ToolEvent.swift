import MonitorCore

/// The part of an event that is about a tool's call, in the words of its agent.
struct ToolEvent {
    var call: ToolCall
    var isEnd: Bool
    var error: String?
    /// What came back, where it does not stand in the call's response.
    var output: JSONValue?
    var milliseconds: Int64?
    var subagent: SubagentRecord?

    /// Claude Code's words, and those that other agents with hooks have for the same.
    init?(hook payload: Payload) {
        let hook = HookBody(payload, folder: payload.text("cwd") ?? payload.texts("workspace_roots").first)
        let event = payload.text("hook_event_name")?.lowercased() ?? ""
        guard let call = ToolEvent.call(hook, event: event) else { return nil }
        self.call = call
        error = hook.error ?? payload.text("error")
        output = payload.firstValue(["output", "result_json"])
        isEnd =
            event.hasPrefix("post") || event.hasPrefix("after") || call.response != nil || output != nil
            || error != nil
        milliseconds = payload.int("duration_ms") ?? payload.int("duration")
        subagent = SubagentRecord(hook: payload)
    }

    private static func call(_ hook: HookBody, event: String) -> ToolCall? {
        if hook.toolName != nil { return hook.tool }
        switch event {
        case "beforeshellexecution", "aftershellexecution":
            return ToolCall(name: "Shell", input: hook.payload.input(["command"]), folder: hook.folder)
        case "beforereadfile", "beforetabfileread":
            return ToolCall(name: "Read", input: hook.payload.input(["file_path"]), folder: hook.folder)
        case "afterfileedit", "aftertabfileedit":
            return ToolCall(name: "Edit", input: hook.payload.input(["file_path", "edits"]), folder: hook.folder)
        case "notification": return permission(hook.payload["details"], of: hook)
        default: return nil
        }
    }

    /// Gemini CLI tells what a person has to approve, but not the tool's own input.
    private static func permission(_ details: Payload, of hook: HookBody) -> ToolCall? {
        guard let type = details.text("type") else { return nil }
        let names = ["exec": "Shell", "edit": "Edit"]
        return ToolCall(
            name: names[type] ?? details.text("toolName") ?? type, input: hook.payload.value("details"),
            folder: hook.folder)
    }

    /// OpenCode's events, and what its plugin's hooks tell of a call.
    init?(openCode payload: Payload) {
        let body = OpenCodeBody(payload)
        guard let call = body.tool ?? ToolEvent.aside(body) else { return nil }
        let state = body.part["state"]
        self.call = call
        error = state.text("error")
        output = state.value("output") ?? body.properties.value("output")
        isEnd = body.toolState == .completed || body.toolState == .error
        if let start = state["time"].int("start"), let end = state["time"].int("end"), start <= end {
            milliseconds = end.subtractingReportingOverflow(start).partialValue
        }
        subagent = body.parent == nil ? nil : body.session.map { SubagentRecord(id: $0, name: nil) }
    }

    /// Plans and questions are events of their own there.
    private static func aside(_ body: OpenCodeBody) -> ToolCall? {
        let names = ["todo.updated": "TodoWrite", "question.asked": "Question"]
        return names[body.type].map {
            ToolCall(name: $0, input: body.properties.input(["todos", "questions"]), folder: body.folder)
        }
    }
}
