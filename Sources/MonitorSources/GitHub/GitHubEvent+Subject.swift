import MonitorCore

extension GitHubEvent {
    /// Looks for what the event is about; the branch has been found.
    var foundSubject: ForgeSubject {
        numberedSubject ?? (branch ?? forkBranch).map(ForgeSubject.branch) ?? .repository
    }

    private var numberedSubject: ForgeSubject? {
        if let number = fields.int("pull_request.number|number"), fields.has("pull_request") {
            return .pullRequest(number, title: fields.text("pull_request.title"))
        }
        if let number = fields.int("\(issueKey).number") {
            let title = fields.text("\(issueKey).title")
            return fields.has("\(issueKey).pull_request")
                ? .pullRequest(number, title: title) : .issue(number, title: title)
        }
        if let number = fields.int("discussion.number") {
            return .discussion(number, title: fields.text("discussion.title"))
        }
        return pullRequestNumber.map { .pullRequest($0, title: nil) }
    }

    /// Of two issues that a change ties together, the one that it changes.
    private var issueKey: String {
        switch (name, action) {
        case ("sub_issues", let action?): action.hasPrefix("parent_") ? "sub_issue" : "parent_issue"
        case ("issue_dependencies", let action?): action.hasPrefix("blocking_") ? "blocking_issue" : "blocked_issue"
        default: "issue"
        }
    }

    /// A merge queue checks a pull request on a branch that it makes and that has the number in its name.
    private var queuedNumber: Int64? {
        guard let branch = fields.text(".head_branch|.head_ref|ref"), branch.contains("gh-readonly-queue/"),
            let end = branch.split(separator: "/").last, end.hasPrefix("pr-")
        else { return nil }
        return Int64(end.dropFirst(3).prefix { $0.isNumber })
    }

    /// The pull request that a run checks, if it is one of this repository.
    var pullRequestNumber: Int64? {
        if case .request(let number) = reference { return number }
        if let number = queuedNumber { return number }
        let repository = fields.int("repository.id")
        let lists = [".pull_requests", ".check_suite.pull_requests", "workflow_run.pull_requests", "pull_requests"]
        return lists.lazy.flatMap(fields.items).first {
            let base = $0.int(".base.repo.id")
            return $0.int(".number") != nil && (base == nil || repository == nil || base == repository)
        }?.int(".number")
    }
}

extension ForgeSubject {
    fileprivate static func pullRequest(_ number: Int64, title: String?) -> ForgeSubject {
        numbered("#pull/", number, noun: "Pull request", title: title)
    }

    fileprivate static func issue(_ number: Int64, title: String?) -> ForgeSubject {
        numbered("#issue/", number, noun: "Issue", title: title)
    }

    fileprivate static func discussion(_ number: Int64, title: String?) -> ForgeSubject {
        numbered("#discussion/", number, noun: "Discussion", title: title)
    }
}
