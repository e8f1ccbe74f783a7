import MonitorCore

/// The names that agents have for the same tool.
enum ToolName {
    /// The name in Claude Code; the tool's own where it has none.
    ///
    /// Copilot and Cursor call a tool by another name in hooks that are written for Claude Code (github/docs, hooks
    /// reference; cursor.com/docs, third-party hooks). Cursor has one tool for edits and new files.
    static func canonical(_ name: String) -> String {
        switch name {
        case "bash", "powershell", "Shell": "Bash"
        case "view": "Read"
        case "create", "edit", "str_replace_editor", "apply_patch", "Edit", "MultiEdit": "Write"
        case "grep", "rg": "Grep"
        case "glob": "Glob"
        case "web_fetch": "WebFetch"
        case "web_search": "WebSearch"
        case "ask_user": "AskUserQuestion"
        case "update_todo": "TodoWrite"
        case "task", "Task": "Agent"
        default: name
        }
    }

    /// A short name for a tool with its input, the same in whatever names and form the agent tells it.
    static func fingerprint(_ name: String, input: JSONValue?) -> String {
        MonitorCore.fingerprint(of: Array(canonical(name).utf8) + [0] + Array(input?.unwrapped.bytes ?? []))
    }
}
