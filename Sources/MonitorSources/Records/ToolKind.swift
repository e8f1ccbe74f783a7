/// What a tool does, by the names that agents have for it.
package enum ToolKind: String, CaseIterable, Sendable {
    case command, read, search, web, edit, plan, question, approval, agent, other

    /// A tool that no agent has by this name is an `other`.
    package init(tool name: String) {
        self = ToolKind.byName[name.lowercased()] ?? .other
    }

    private static let names: [ToolKind: [String]] = [
        .command: [
            "bash", "powershell", "shell", "local_shell", "run_shell_command", "run_in_terminal", "exec_command",
        ],
        .read: ["read", "view", "read_file", "read_many_files", "list", "ls", "list_directory", "notebookread"],
        .search: ["grep", "glob", "rg", "search_file_content"],
        .web: ["webfetch", "web_fetch", "websearch", "web_search", "google_web_search"],
        .edit: [
            "edit", "write", "multiedit", "notebookedit", "apply_patch", "patch", "create", "str_replace_editor",
            "write_file", "replace", "edit_file",
        ],
        .plan: ["todowrite", "update_plan", "write_todos", "update_todo"],
        .question: ["askuserquestion", "ask_user", "request_user_input", "question"],
        .approval: ["exitplanmode", "exit_plan_mode"],
        .agent: ["agent", "task", "spawn_agent"],
    ]

    private static let byName = Dictionary(
        names.flatMap { kind, names in names.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })
}
