import MonitorCore

extension Fixture {
    /// A delivery from `octo/shop`, whose event the header tells.
    private static func event(
        _ event: String, action: String? = nil, _ fields: String, _ kind: String, _ level: Level = .info,
        conclusion: String? = nil, says message: String
    ) -> Fixture {
        let actionField = action.map { #""action":"\#($0)","# } ?? ""
        let rest = fields.isEmpty ? "" : "," + fields
        return Fixture(
            source: "github",
            headers: ["x-github-event": event],
            payload: #"{\#(actionField)"repository":{"full_name":"octo/shop"},"sender":{"login":"dana"}\#(rest)}"#,
            expected: UpdateContent(
                source: "github:octo/shop", message: message, kind: kind, level: level,
                tags: ["github", event] + (action.map { [$0] } ?? []) + (conclusion.map { [$0] } ?? [])))
    }

    private static func run(_ conclusion: String) -> String {
        #""workflow_run":{"name":"CI","run_number":7,"head_branch":"main","status":"completed","conclusion":"\#(conclusion)"}"#
    }

    private static let pull = #""pull_request":{"number":4,"title":"Round once"}"#
    private static let issue = #""issue":{"number":5,"title":"Off by one"}"#

    static let gitHub: [Fixture] = conclusions + gitHubCI + gitHubDiscussions + gitHubRepository

    private static let conclusions: [Fixture] = [
        ("success", .info, "passed"), ("neutral", .info, "ended as neutral"),
        ("skipped", .info, "was skipped"), ("failure", .error, "failed"), ("timed_out", .error, "timed out"),
        ("startup_failure", .error, "failed to start"), ("cancelled", .warn, "was cancelled"),
        ("action_required", .warn, "needs attention"), ("stale", .warn, "went stale"),
        ("brand_new", .info, "ended: brand new"),
    ].map { conclusion, level, verb in
        event(
            "workflow_run", action: "completed", run(conclusion), "ci_run", level, conclusion: conclusion,
            says: "CI \"CI\" \(verb) on main (run 7)")
    }

    private static let gitHubCI: [Fixture] = [
        event(
            "workflow_run", action: "in_progress",
            #""workflow":{"name":"Nightly"},"workflow_run":{"name":"","run_number":2,"run_attempt":3,"status":"in_progress","conclusion":null}"#,
            "ci_run", says: "CI \"Nightly\" is running (run 2, attempt 3)"),
        event("workflow_run", action: "requested", "", "ci_run", says: "CI was requested"),
        event(
            "workflow_job", action: "completed",
            #""workflow_job":{"name":"linters","workflow_name":"CI","head_branch":"fix","conclusion":"failure"}"#,
            "ci_job", .error, conclusion: "failure", says: "CI job \"linters\" of \"CI\" failed on fix"),
        event(
            "workflow_job", action: "queued", #""workflow_job":{"name":"linters","status":"queued"}"#, "ci_job",
            says: "CI job \"linters\" is queued"),
        event(
            "check_run", action: "completed", #""check_run":{"name":"lint","conclusion":"timed_out"}"#, "ci_job",
            .error, conclusion: "timed_out", says: "Check \"lint\" timed out"),
        event(
            "status", #""state":"error","context":"b""#, "ci_job", .error, conclusion: "error",
            says: "Status \"b\" failed"),
    ]

    private static let gitHubDiscussions: [Fixture] = [
        event(
            "pull_request", action: "opened", pull, "pull_request", says: "Pull request #4 opened by dana: Round once"),
        event(
            "pull_request_review", action: "submitted",
            pull + #","review":{"state":"changes_requested","user":{"login":"eve"},"body":"No.\nNo."}"#, "code_review",
            says: "Pull request #4 \"Round once\" sent back for changes by eve: No. No."),
        event(
            "issue_comment", action: "deleted", #""issue":{"number":6,"pull_request":{}},"comment":{"body":"Yes"}"#,
            "pull_request", says: "Comment on pull request #6 deleted by dana: Yes"),
        event("issues", action: "opened", issue, "issue", says: "Issue #5 opened by dana: Off by one"),
    ]

    private static let gitHubRepository: [Fixture] = [
        event(
            "push",
            #""ref":"refs/heads/main","pusher":{"name":"dana"},"commits":[{},{}],"head_commit":{"message":"Fix\n\nMore"}"#,
            "push", says: "dana pushed 2 commits to main: Fix"),
        event(
            "push", #""ref":"refs/heads/a/b","forced":true,"commits":[{}],"head_commit":null"#, "push",
            says: "dana pushed 1 commit by force to a/b"),
        event("push", #""ref":"refs/tags/v1","deleted":true,"commits":[]"#, "push", says: "dana deleted tag v1"),
        event(
            "release", action: "published", #""release":{"tag_name":"v1","name":"v1"}"#, "release",
            says: "Release v1 published by dana"),
        event(
            "secret_scanning_alert", action: "resolved", #""alert":{"number":1,"secret_type":"key"}"#, "security_alert",
            says: "Secret scanning alert #1 resolved: key"),
        event("star", action: "created", "", "external_update", says: "dana starred the repository"),
        event("news", action: "out_now", "", "external_update", says: "GitHub: news out now by dana"),
    ]
}
