import MonitorCore

/// The tool that an event is about, what it works on, and whether its response tells of a failure.
struct ToolCall {
    let name: String
    let id: String?
    /// What the tool is given; agents send an object, JSON in a string, or a text.
    let input: JSONValue?
    let response: JSONValue?
    /// The session's folder, which paths are shown without.
    let folder: String?

    init(name: String?, id: String? = nil, input: JSONValue?, response: JSONValue? = nil, folder: String? = nil) {
        self.name = name?.line(upTo: Limits.tagLength) ?? "Tool"
        self.id = id?.identifier
        self.input = input?.unwrapped
        self.response = response?.unwrapped
        self.folder = folder
    }

    /// What is done to what, as in `Bash: npm test`.
    var description: String { describing(nil) }

    /// The same with how it went, as in `Bash done: npm test`.
    func describing(_ state: String?) -> String {
        let title = state.map { "\(displayName) \($0)" } ?? displayName
        return subject.map { "\(title): \($0.line(upTo: 500))" } ?? title
    }

    /// The call as the session's state knows it; a permission request has no id, but the same tool and input.
    var use: SessionSignal.ToolUse {
        SessionSignal.ToolUse(id: id, fingerprint: ToolName.fingerprint(name, input: wait == nil ? input : nil))
    }

    /// `mcp__linear__get_issue` as `linear get_issue`.
    var displayName: String {
        guard name.hasPrefix("mcp__") else { return name }
        return String(name.dropFirst(5).replacing("__", with: " "))
    }
}
