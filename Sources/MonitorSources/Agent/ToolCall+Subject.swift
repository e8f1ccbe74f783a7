import MonitorCore

extension ToolCall {
    /// What the tool works on: the command, the file, the pattern, the address, the progress.
    var subject: String? {
        let fields = Payload(input)
        if let text = input?.string?.plainText { return ToolCall.patchedFiles(text, in: folder) ?? text }
        if let questions = ToolCall.questions(fields) { return questions }
        if let progress = Progress(fields.items("todos")) ?? Progress(fields.items("plan")) { return progress.text }
        if ToolName.canonical(name) == "Agent" || name == "spawn_agent" { return ToolCall.assignment(fields) }
        return command(fields) ?? fields.firstText(ToolCall.paths).map(relativeToFolder)
            ?? fields.firstText(ToolCall.subjects).map(relativeToFolder)
            ?? fields.texts("patterns").first
    }

    /// What the agent asks a person: all questions, since they are answered together.
    static func questions(_ fields: Payload) -> String? {
        let questions = fields.items("questions").compactMap { $0.text("question") }
        return questions.isEmpty ? fields.text("question") : questions.joined(separator: " ")
    }

    private static func assignment(_ fields: Payload) -> String? {
        fields.firstText(["description", "name", "message", "subagent_type", "agent_type", "prompt"])
    }

    private func command(_ fields: Payload) -> String? {
        let words = fields.texts("command")
        guard
            let command = fields.firstText(["command", "cmd"]) ?? (words.isEmpty ? nil : words.joined(separator: " "))
        else { return fields.firstText(["patch", "patchText"]).flatMap { ToolCall.patchedFiles($0, in: folder) } }
        return ToolCall.patchedFiles(command, in: folder) ?? command
    }

    private static let paths = ["file_path", "filePath", "absolute_path", "notebook_path"]

    /// In the order in which they say more: a search's pattern before its folder.
    private static let subjects = [
        "url", "pattern", "query", "path", "dir_path", "title", "name", "plan", "description", "prompt", "id", "input",
    ]

    /// The files that a patch in the form of `apply_patch` touches.
    private static func patchedFiles(_ text: String, in folder: String?) -> String? {
        guard text.drop(while: \.isWhitespace).hasPrefix("*** Begin Patch") else { return nil }
        let files = text.split(separator: "\n").compactMap { line in
            ["Add", "Update", "Delete"].lazy.map { "*** \($0) File: " }.first(where: line.hasPrefix)
                .map { String(line.dropFirst($0.count)).relative(to: folder) }
        }
        return files.isEmpty ? nil : files.joined(separator: ", ")
    }

    private func relativeToFolder(_ path: String) -> String { path.relative(to: folder) }
}

extension String {
    /// A path without the folder that it lies in.
    func relative(to folder: String?) -> String {
        guard let folder, hasPrefix(folder + "/") else { return self }
        return String(dropFirst(folder.count + 1))
    }
}
