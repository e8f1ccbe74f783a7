import MonitorCore

extension FileEdit {
    /// What a call changes, from what its agent says most exactly: the patch that came of it, else what was to be done.
    static func edits(of tool: ToolRecord) -> [FileEdit] {
        if let patch = FileEdit(patchOf: tool) { return [patch] }
        let text =
            tool.input.firstText(["patch", "patchText", "fileDiff"]) ?? tool.input.text("command")
            ?? tool.inputText ?? Payload(tool.result)["metadata"].text("diff")
        if let text, isPatch(text) { return edits(inPatch: text, folder: tool.folder) }
        return FileEdit(replacementsOf: tool).map { [$0] } ?? []
    }

    private static let paths = ["file_path", "filePath", "absolute_path", "notebook_path", "path", "fileName"]

    private static func path(of tool: ToolRecord) -> String {
        (tool.input.firstText(paths) ?? Payload(tool.result).firstText(paths))?.relative(to: tool.folder) ?? tool.name
    }

    /// Claude Code tells with line numbers what it has changed.
    private init?(patchOf tool: ToolRecord) {
        let hunks = Payload(tool.result).items("structuredPatch")
        guard !hunks.isEmpty else { return nil }
        self.init(path: FileEdit.path(of: tool))
        for hunk in hunks {
            let counts = ["oldStart", "oldLines", "newStart", "newLines"].map { hunk.int($0) ?? 0 }
            add(.hunk, "@@ -\(counts[0]),\(counts[1]) +\(counts[2]),\(counts[3]) @@")
            for line in hunk.lines("lines") { add(unified: line) }
        }
    }

    private init?(replacementsOf tool: ToolRecord) {
        self.init(path: FileEdit.path(of: tool))
        let input = tool.input
        for edit in input.has("edits") ? input.items("edits") : [input] {
            let old = edit.line(["old_string", "oldString", "old_str"])
            let new = edit.line(["new_string", "newString", "new_str"])
            guard old != nil || new != nil else { continue }
            addReplacement(of: old ?? "", by: new ?? "")
        }
        if let source = input.line(["new_source"]) {
            addReplacement(of: Payload(tool.result).line(["old_source"]) ?? "", by: source)
        }
        if let content = input.line(["content", "file_text", "contents", "newContent"]), lines.isEmpty {
            addReplacement(of: input.line(["originalContent"]) ?? "", by: content)
        }
        if lines.isEmpty { return nil }
    }

    // MARK: Patches

    private static func isPatch(_ text: String) -> Bool {
        text.contains("*** Begin Patch") || text.hasPrefix("--- ") || text.hasPrefix("diff ")
            || text.hasPrefix("Index: ")
    }

    /// Reads a unified diff, or a patch in the form of `apply_patch`.
    private static func edits(inPatch text: String, folder: String?) -> [FileEdit] {
        var edits: [FileEdit] = []
        for line in split(text) {
            if let path = path(in: line) {
                edits.append(FileEdit(path: path.relative(to: folder)))
            } else if let last = edits.indices.last, !isNoise(line) {
                edits[last].add(unified: line)
            }
        }
        return edits
    }

    private static let heads = ["*** Add File: ", "*** Update File: ", "*** Delete File: ", "+++ "]

    private static func path(in line: Substring) -> String? {
        heads.first(where: line.hasPrefix).map { head in
            let path = line.dropFirst(head.count).prefix { $0 != "\t" }
            return String(head == "+++ " && path.hasPrefix("b/") ? path.dropFirst(2) : path)
        }
    }

    private static func isNoise(_ line: Substring) -> Bool {
        ["*** ", "--- ", "diff ", "index ", "Index: ", "======="].contains(where: line.hasPrefix)
    }
}

extension Payload {
    /// A text to the letter, also a blank one: in a file, white space counts.
    fileprivate func line(_ keys: [String]) -> String? { keys.lazy.compactMap { value($0)?.string }.first }

    fileprivate func lines(_ key: String) -> [String] { value(key)?.array?.compactMap(\.string) ?? [] }
}
