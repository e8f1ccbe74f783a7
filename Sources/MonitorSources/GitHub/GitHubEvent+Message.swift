extension GitHubEvent {
    /// What a person reads; never empty.
    var message: String {
        switch name {
        case "workflow_run": runMessage
        case "workflow_job": jobMessage
        case "check_run": "Check\(quoted(payload["check_run"].text("name"))): \(progress(payload["check_run"]))"
        case "check_suite": checkSuiteMessage
        case "status": "Status\(quoted(payload.text("context"))): \(words(payload.text("state")) ?? "unknown")"
        case "pull_request", "pull_request_target": pullRequestMessage
        case "pull_request_review": reviewMessage
        case "pull_request_review_comment": commentMessage(on: "pull request", payload["pull_request"])
        case "issues": "Issue\(number(payload["issue"])) \(done)\(detail(payload["issue"].text("title")))"
        case "issue_comment":
            commentMessage(on: payload["issue"].has("pull_request") ? "pull request" : "issue", payload["issue"])
        default: repositoryMessage
        }
    }

    /// The action as a participle; nearly all of GitHub's are already.
    var done: String { action == "synchronize" ? "updated" : words(action) ?? "changed" }

    func detail(_ text: String?) -> String { text.map { ": " + $0.line(upTo: 500) } ?? "" }

    func words(_ text: String?) -> String? { text.map { $0.line(upTo: 100).replacing("_", with: " ") } }

    // MARK: CI

    private var runMessage: String {
        let run = payload["workflow_run"]
        let title = run.text("name") ?? payload["workflow"].text("name") ?? run.firstText(["display_title", "path"])
        let number = run.int("run_number").map { " #\($0)" } ?? ""
        let attempt = run.int("run_attempt").map { $0 > 1 ? " (attempt \($0))" : "" } ?? ""
        return "CI run\(quoted(title))\(number)\(attempt)\(branch(of: run)): \(progress(run))"
    }

    private var jobMessage: String {
        let job = payload["workflow_job"]
        let workflow = job.text("workflow_name").map { " of\(quoted($0))" } ?? ""
        return "CI job\(quoted(job.text("name")))\(workflow)\(branch(of: job)): \(progress(job))"
    }

    private var checkSuiteMessage: String {
        let suite = payload["check_suite"]
        return "Check suite\(quoted(suite["app"].text("name")))\(branch(of: suite)): \(progress(suite))"
    }

    /// The conclusion, or how far it is.
    private func progress(_ run: Payload) -> String {
        words(run.firstText(["conclusion", "status"]) ?? action) ?? "unknown"
    }

    private func branch(of run: Payload) -> String {
        run.text("head_branch").map { " on \($0.line(upTo: 200))" } ?? ""
    }

    private func quoted(_ text: String?) -> String { text.map { " \"\($0.line(upTo: 200))\"" } ?? "" }

    // MARK: Pull requests and issues

    private var pullRequestMessage: String {
        let pull = payload["pull_request"]
        let done = action == "closed" && pull.isTrue("merged") ? "merged" : done
        return "Pull request\(number(pull)) \(done)\(detail(pull.text("title")))"
    }

    private var reviewMessage: String {
        let review = payload["review"]
        let state = words(review.text("state")) ?? done
        return "Review of pull request\(number(payload["pull_request"]))\(author(review)): \(state)"
            + (review.text("body").map { ", \($0.line(upTo: 500))" } ?? "")
    }

    private func commentMessage(on what: String, _ subject: Payload) -> String {
        let comment = payload["comment"]
        let verb = action == "created" || action == nil ? "" : " \(done)"
        return "Comment\(verb) on \(what)\(number(subject))\(author(comment))\(detail(comment.text("body")))"
    }

    private func number(_ subject: Payload) -> String { subject.int("number").map { " #\($0)" } ?? "" }

    private func author(_ text: Payload) -> String {
        text["user"].text("login").map { " by \($0.line(upTo: 100))" } ?? ""
    }
}
