import MonitorCore

extension OpenCodeBody {
    enum ToolState: String { case pending, running, completed, error }

    /// What a tool's call is doing; the same from the event stream and from the plugin's hooks.
    var toolState: ToolState? {
        switch type {
        case "tool.execute.before": .running
        case "tool.execute.after": .completed
        case "message.part.updated" where part.text("type") == "tool":
            part["state"].text("status").flatMap(ToolState.init) ?? .pending
        default: nil
        }
    }

    var tool: ToolCall? {
        guard toolState != nil else { return permission }
        guard !part.has("type") else {
            let state = part["state"]
            return ToolCall(
                name: part.text("tool"), id: part.text("callID"), input: state.value("input"),
                response: state.input(["error", "metadata"]), folder: folder)
        }
        return ToolCall(
            name: properties.text("tool"), id: properties.text("callID"), input: properties.value("args"),
            response: properties.input(["error", "metadata"]), folder: folder)
    }

    /// The tool that a person has to allow, by its id; what it is given is told in another form than when it starts.
    private var permission: ToolCall? {
        guard ["permission.asked", "permission.updated"].contains(type) else { return nil }
        let details = properties.value("metadata").flatMap {
            Payload($0).firstText(["command", "filePath", "filepath", "url"])
        }
        return ToolCall(
            name: properties.firstText(["permission", "type"]),
            id: properties.text("callID") ?? properties["tool"].text("callID"),
            input: details == nil ? properties.input(["title", "patterns", "pattern"]) : properties.value("metadata"),
            folder: folder)
    }

    /// A call's state and a person's message are told more than once, by the stream and by the plugin.
    var identity: String? {
        if let toolState, let id = tool?.id { return "tool.\(toolState.rawValue):\(id)" }
        guard type == "message.updated", info.text("role") == "user", let id = info.text("id") else { return nil }
        return "message.user:\(id)"
    }
}
