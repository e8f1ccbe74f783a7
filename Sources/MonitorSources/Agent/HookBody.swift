import MonitorCore

/// A hook's input in Claude Code's field names, or in those that other agents have for the same.
struct HookBody {
    let payload: Payload
    /// The session's folder.
    let folder: String?
    let tool: ToolCall

    init(_ payload: Payload, folder: String? = nil) {
        self.payload = payload
        self.folder = folder ?? payload.text("cwd")
        tool = ToolCall(
            name: payload.firstText(["tool_name", "toolName"]),
            id: payload.firstText(["tool_use_id", "toolUseId"]),
            input: payload.firstValue(["tool_input", "toolInput", "toolArgs"]),
            response: payload.firstValue(["tool_response", "tool_result", "toolResult", "tool_output"]),
            folder: self.folder)
    }

    /// `nil` where the event is about no tool.
    var toolName: String? { payload.firstText(["tool_name", "toolName"]) == nil ? nil : tool.name }

    var prompt: String? { payload.text("prompt") }

    var lastMessage: String? { payload.firstText(["last_assistant_message", "prompt_response", "response"]) }

    /// What went wrong, in the event's own fields.
    var error: String? {
        let parts = [ToolCall.error(payload) ?? payload.text("error_message"), payload.text("error_details")]
        let known = parts.compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }

    var subagentID: String? { payload.firstText(["agent_id", "agentId", "subagent_id"]) }

    var subagentType: String? {
        payload.firstText(["agent_type", "agentType", "subagent_type", "agent_name", "agentName"])
    }
}
