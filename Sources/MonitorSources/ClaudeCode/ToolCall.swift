/// The tool that an event is about, what it works on, and whether its response tells of a failure.
struct ToolCall {
    let name: String
    private let input: Payload
    private let response: Payload
    private let folder: String?

    init(_ payload: Payload) {
        name = payload.text("tool_name")?.line(upTo: 200) ?? "Tool"
        input = payload["tool_input"]
        response = payload["tool_response"]
        folder = payload.text("cwd")
    }

    /// What is done to what, as in `Bash: npm test`.
    var description: String { describing(nil) }

    /// The same with how it went, as in `Bash done: npm test`.
    func describing(_ state: String?) -> String {
        let title = state.map { "\(displayName) \($0)" } ?? displayName
        return subject.map { "\(title): \($0.line(upTo: 500))" } ?? title
    }

    /// A tool may report its failure as a result, without the event for failures.
    var hasFailed: Bool {
        response.isFalse("success") || response.isTrue("is_error") || response.isTrue("isError")
            || ["exit_code", "exitCode"].contains { response.int($0).map { $0 != 0 } ?? false }
            || response.text("error") != nil
    }

    /// What the response says about its failure.
    var failure: String? { hasFailed ? response.firstText(["error", "stderr", "message"]) : nil }

    /// `mcp__linear__get_issue` as `linear get_issue`.
    private var displayName: String {
        guard name.hasPrefix("mcp__") else { return name }
        return String(name.dropFirst(5).replacing("__", with: " "))
    }

    private var subject: String? {
        switch name {
        case "Bash": input.text("command")
        case "Edit", "MultiEdit", "Write", "Read", "NotebookEdit":
            input.firstText(["file_path", "notebook_path"]).map(relativeToFolder)
        case "Grep", "Glob": input.text("pattern")
        case "Agent", "Task": input.firstText(["description", "subagent_type", "prompt"])
        case "AskUserQuestion": input.items("questions").first?.text("question")
        case "TodoWrite": todos
        default:
            input.firstText([
                "command", "file_path", "notebook_path", "path", "url", "query", "pattern", "title", "name", "plan",
                "description", "prompt", "id",
            ])
        }
    }

    private var todos: String? {
        let todos = input.items("todos")
        guard !todos.isEmpty else { return nil }
        let done = todos.count { $0.text("status") == "completed" }
        let current = todos.first { $0.text("status") == "in_progress" }?.text("content")
        return "\(done) of \(todos.count) done" + (current.map { ", now \($0)" } ?? "")
    }

    private func relativeToFolder(_ path: String) -> String {
        guard let folder, path.hasPrefix(folder + "/") else { return path }
        return String(path.dropFirst(folder.count + 1))
    }
}
