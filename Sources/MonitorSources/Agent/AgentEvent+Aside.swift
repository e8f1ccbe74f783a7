import MonitorCore

extension AgentEvent {
    /// The documented events that are about neither the conversation nor a tool.
    init(aside event: HookEvent, _ hook: HookBody) {
        let payload = hook.payload
        switch event {
        case .elicitationResult:
            let server = payload.text("mcp_server_name") ?? "MCP server"
            self = .noted("Answer to \(server)\(payload.text("action").detail)", .working)
        case .userPromptExpansion:
            self = .noted("Slash command expanded\(payload.firstText(["prompt", "command_name"]).detail)")
        case .postToolBatch: self = .noted(AgentEvent.batch(payload.items("tool_calls")))
        case .preCompact: self = .noted("Context compaction starts\(payload.text("trigger").detail)")
        case .postCompact: self = .noted("Context compacted\(payload.text("trigger").detail)")
        case .teammateIdle: self = .noted("Teammate idle\(payload.text("teammate_name").detail)")
        case .preModelSwitch: self = .noted("Model switch starts\(AgentEvent.model(payload).detail)")
        case .postModelSwitch: self = .noted("Model switched\(AgentEvent.model(payload).detail)")
        case .setup: self = .noted("Setup runs\(payload.text("trigger").detail)")
        default: self = AgentEvent(place: event, hook)
        }
    }

    /// What is about files and folders.
    private init(place event: HookEvent, _ hook: HookBody) {
        let path = { (keys: [String]) in hook.payload.firstText(keys).map { $0.relative(to: hook.folder) }.detail }
        self =
            switch event {
            case .instructionsLoaded: .noted("Instructions loaded" + path(["file_path", "memory_type"]))
            case .configChange: .noted("Configuration changed" + path(["file_path", "source"]))
            case .cwdChanged: .noted("Working directory changed" + hook.payload.text("new_cwd").detail)
            case .directoryAdded: .noted("Directory added" + path(["directory"]))
            case .worktreeCreate: .noted("Worktree created" + path(["name", "worktree_path"]))
            case .worktreeRemove: .noted("Worktree removed" + path(["worktree_path", "name"]))
            default: .noted(event.rawValue.inWords)
            }
    }

    private static func batch(_ calls: [Payload]) -> String {
        let names = calls.compactMap { $0.text("tool_name") }
        return "Batch of \(calls.count) tool \(calls.count == 1 ? "call" : "calls") finished"
            + (names.isEmpty ? "" : ": " + names.joined(separator: ", ").line(upTo: 500))
    }

    private static func model(_ payload: Payload) -> String? {
        payload.firstText(["new_model", "to_model", "model"])
    }
}

extension String {
    /// The name of an event or a field as words: `PreCompact`, `session.idle` and `todo_list` as `Pre compact` and so on.
    var inWords: String {
        var words = ""
        for character in line(upTo: 100) {
            if character == "_" || character == "." || character == "-" {
                words += " "
            } else if character.isUppercase && !words.isEmpty {
                words += (words.hasSuffix(" ") ? "" : " ") + character.lowercased()
            } else {
                words += words.isEmpty ? character.uppercased() : String(character)
            }
        }
        return words.isEmpty ? "Event" : words
    }
}
