/// Where a hook runs: what it tells the server beside the event.
struct HookContext {
    let environment: Environment
    let workingFolder: String?
    let host: String?

    /// The headers for an event with that body.
    func facts(for body: [UInt8]) -> HTTPHeaders {
        var facts = HTTPHeaders()
        func add(_ name: String, _ value: String?) {
            if let value = value.flatMap(HeaderText.encode) { facts.append(name, value) }
        }
        let git = folder(for: body).flatMap(GitFacts.read)
        add("X-Monitor-Repo", git?.repository)
        add("X-Monitor-Branch", git?.branch)
        add("X-Monitor-Worktree", git?.worktree)
        add("X-Monitor-Host", host)
        return facts
    }

    private func folder(for body: [UInt8]) -> String? {
        if let folder = BodyFolder.find(in: body), folder.hasPrefix("/") { return folder }
        return environment["CLAUDE_PROJECT_DIR"] ?? workingFolder
    }
}
