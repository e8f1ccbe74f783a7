import MonitorCore

/// A call of a tool, with what it came back with.
enum DemoCall: Sendable {
    case bash(String, String)
    case failed(String, String)
    case read(String, String)
    case grep(String, String)
    case edit(String, old: String, new: String)
    case write(String, String)
    /// What is to be done, of which so many are done.
    case todo([String], done: Int)

    var tool: String {
        switch self {
        case .bash, .failed: "Bash"
        case .read: "Read"
        case .grep: "Grep"
        case .edit: "Edit"
        case .write: "Write"
        case .todo: "TodoWrite"
        }
    }

    var hasFailed: Bool { if case .failed = self { true } else { false } }

    /// The call's input, as Claude Code names its fields.
    func input(in folder: String) -> [UInt8] {
        var json = JSONWriter()
        switch self {
        case .bash(let command, _), .failed(let command, _): json.member("command", command)
        case .read(let path, _): json.member("file_path", "\(folder)/\(path)")
        case .grep(let pattern, _):
            json.member("pattern", pattern)
            json.member("path", folder)
        case .edit(let path, let old, let new):
            json.member("file_path", "\(folder)/\(path)")
            json.member("old_string", old)
            json.member("new_string", new)
        case .write(let path, let content):
            json.member("file_path", "\(folder)/\(path)")
            json.member("content", content)
        case .todo(let items, let done): json.member("todos", json: DemoCall.todos(items, done: done))
        }
        return json.finish()
    }

    /// What the tool answered.
    func response(in folder: String) -> [UInt8] {
        var json = JSONWriter()
        switch self {
        case .bash(_, let output), .failed(_, let output):
            json.member("stdout", output)
            json.member("stderr", "")
            json.member("interrupted", false)
        case .read(let path, let content):
            var file = JSONWriter()
            file.member("filePath", "\(folder)/\(path)")
            file.member("content", content)
            json.member("file", json: file.finish())
        case .grep(_, let output): json.member("content", output)
        case .edit(let path, let old, let new):
            json.member("filePath", "\(folder)/\(path)")
            json.member("oldString", old)
            json.member("newString", new)
        case .write(let path, _): json.member("filePath", "\(folder)/\(path)")
        case .todo(let items, let done): json.member("newTodos", json: DemoCall.todos(items, done: done))
        }
        return json.finish()
    }

    private static func todos(_ items: [String], done: Int) -> [UInt8] {
        JSONWriter.array(
            json: items.enumerated().map { index, item in
                var todo = JSONWriter()
                todo.member("content", item)
                todo.member("status", index < done ? "completed" : index == done ? "in_progress" : "pending")
                todo.member("activeForm", item)
                return todo.finish()
            })
    }
}
