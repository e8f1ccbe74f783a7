import MonitorCore

extension GitHubEvent {
    /// What a gap in a sentence stands for: what is worked out here, else what the payload has there.
    func word(_ gap: String) -> String? {
        if let paths = GitHubEvent.pathsByGap[gap] { return fields.word(paths) }
        return switch gap {
        case "event": name?.line(upTo: 100)
        case "action": action?.line(upTo: 100)
        case "actor": actor
        case "done": done
        case "verb": outcome.verb
        case "went": outcome.state == .passed ? "succeeded" : outcome.verb
        case "branch": name == "status" ? statusBranchNames : shownBranch?.line(upTo: 200)
        case "deployed": deployed
        case "queue": fields.text(".base_ref").map { GitReference($0).text }
        case "ref": reference?.text
        case "workflow": workflow?.line(upTo: 200)
        case "run": run
        case "step": failedStep
        case "severity": severity?.line(upTo: 50)
        case "commit": fields.text("comment.commit_id").map { String($0.prefix(7)) }
        case "pages": pages
        case "said": fields.text("comment.body|review.body")?.line(upTo: 500)
        case "topic": fields.has(".pull_request") ? "pull request" : "issue"
        case "reviewed": reviewed
        case "that": numberAndTitle("")
        case "part": numberAndTitle("sub_issue")
        case "parent": numberAndTitle("parent_issue")
        case "blocked": numberAndTitle("blocked_issue")
        case "blocking": numberAndTitle("blocking_issue")
        case "release title": releaseTitle
        default: fields.word(gap)
        }
    }

    private static let pathsByGap: [String: String] = [
        "asked reviewer": "requested_reviewer.login|requested_team.name",
        "file": "location.details.path",
        "invited": "invitation.login|user.login",
        "joined": "membership.user.login",
        "old name": "changes.repository.name.from",
        "package": ".dependency.package.name|.affected_package_name",
        "place": ".environment|deployment.environment|environment|workflow_job_run.environment",
        "reviewer": "review.user.login",
        "weakness": ".rule.description|.rule.name|.rule.id|.security_advisory.summary|.secret_type_display_name"
            + "|.secret_type",
        "writer": "comment.user.login",
    ]

    /// The action as a participle, with what it was done with; nearly all of GitHub's are participles already.
    private var done: String {
        guard let action else { return "changed" }
        if action == "closed", let closed { return closed }
        if let participle = GitHubEvent.participles[action] { return participle.filled(word) }
        return action.line(upTo: 100).replacing("_", with: " ")
    }

    /// How a pull request or an issue was closed, where that has a word of its own.
    private var closed: String? {
        if fields.isTrue(".merged") { return "merged" }
        if fields.value(".merged")?.bool == false { return "closed unmerged" }
        guard let reason = fields.word(".state_reason"), reason != "completed" else { return nil }
        return "closed as \(reason.replacing("_", with: " "))"
    }

    /// What is deployed: a branch, a tag or the beginning of a commit's name.
    private var deployed: String? {
        fields.word("deployment.ref").map { $0.isObjectName ? String($0.prefix(7)) : GitReference($0).text }
    }

    private var statusBranchNames: String? {
        let names = statusBranches.map { $0.line(upTo: 200) }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// `#4 "Round once"` of the object under that key, of the one that the event is about for an empty key.
    private func numberAndTitle(_ key: String) -> String? {
        let parts = [
            fields.int(key + ".number").map { "#\($0)" },
            fields.word(key + ".title").map { "\"\($0)\"" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// `run 163, attempt 2`.
    private var run: String? {
        guard let number = fields.int(".run_number|.id") else { return nil }
        let attempt = fields.int(".run_attempt") ?? 1
        return attempt > 1 ? "run \(number), attempt \(attempt)" : "run \(number)"
    }

    /// Where a job broke off.
    var failedStep: String? {
        fields.items(".steps").first { $0.text(".conclusion") == "failure" }?.word(".name")
    }

    private var pages: String? {
        let titles = fields.items("pages").compactMap { $0.word(".title|.page_name") }
        guard let first = titles.first else { return nil }
        return titles.count > 1 ? "\(first) and \(titles.count - 1) more" : first
    }

    private var reviewed: String {
        switch fields.text("review.state")?.lowercased() {
        case "approved": "approved"
        case "changes_requested": "sent back for changes"
        default: "reviewed"
        }
    }

    /// A release's name where it says more than its tag.
    private var releaseTitle: String? {
        fields.word(".name").flatMap { $0 == fields.word(".tag_name") ? nil : $0 }
    }
}
