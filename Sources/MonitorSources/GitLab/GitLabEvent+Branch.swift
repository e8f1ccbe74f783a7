extension GitLabEvent {
    /// The branch of this project that the event is about.
    var branch: String? {
        if let request = mergeRequest { return isOfFork(request) ? nil : sourceBranch(request) }
        if isOfTag { return nil }
        guard let reference else { return nil }
        switch reference {
        case .branch(let name): return name
        case .other(let name): return name.hasPrefix("refs/") || name.hasPrefix("tags/") ? nil : name
        case .tag, .request: return nil
        }
    }

    /// As people read it; GitLab does not say whose fork it is.
    var shownBranch: String? { branch ?? mergeRequest.flatMap(sourceBranch).map { "fork:\($0)" } }

    /// What `ref` names, in full or as the branch alone.
    var reference: GitReference? { fields.text(".ref|ref").map(GitReference.init) }

    /// The path of the merge request's fields.
    var mergeRequest: String? {
        if name == "merge_request" { return "" }
        return fields.has("merge_request") ? "merge_request" : nil
    }

    private var isOfTag: Bool { fields.isTrue(".tag|tag") }

    private func sourceBranch(_ request: String) -> String? { fields.text("\(request).source_branch")?.branchName }

    private func isOfFork(_ request: String) -> Bool {
        fields.int("\(request).source_project_id") != fields.int("\(request).target_project_id")
    }
}
