import MonitorCore

extension Fixture {
    /// A delivery from `octo/shop`, whose event the header tells.
    private static func event(
        _ event: String, action: String? = nil, _ fields: String, _ kind: String, _ level: Level = .info,
        says message: String
    ) -> Fixture {
        let actionField = action.map { #""action":"\#($0)","# } ?? ""
        let rest = fields.isEmpty ? "" : "," + fields
        return Fixture(
            source: "github",
            headers: ["x-github-event": event],
            payload: #"{\#(actionField)"repository":{"full_name":"octo/shop"},"sender":{"login":"dana"}\#(rest)}"#,
            expected: UpdateContent(
                source: "github:octo/shop", message: message, kind: kind, level: level,
                tags: ["github", event] + (action.map { [$0] } ?? [])))
    }

    private static func run(_ conclusion: String) -> String {
        #""workflow_run":{"name":"CI","run_number":7,"head_branch":"main","status":"completed","conclusion":"\#(conclusion)"}"#
    }

    private static let pull = #""pull_request":{"number":4,"title":"Round once"}"#
    private static let issue = #""issue":{"number":5,"title":"Off by one"}"#

    static let gitHub: [Fixture] = conclusions + gitHubCI + gitHubDiscussions + gitHubRepository

    private static let conclusions: [Fixture] = [
        ("success", .info), ("neutral", .info), ("skipped", .info), ("failure", .error), ("timed_out", .error),
        ("startup_failure", .error), ("cancelled", .warn), ("action_required", .warn), ("stale", .warn),
    ].map { conclusion, level in
        event(
            "workflow_run", action: "completed", run(conclusion), "ci_run", level,
            says: "CI run \"CI\" #7 on main: \(conclusion.replacing("_", with: " "))")
    }

    private static let gitHubCI: [Fixture] = [
        event(
            "workflow_run", action: "in_progress",
            #""workflow":{"name":"Nightly"},"workflow_run":{"name":"","run_number":2,"run_attempt":3,"status":"in_progress","conclusion":null}"#,
            "ci_run", says: "CI run \"Nightly\" #2 (attempt 3): in progress"),
        event("workflow_run", action: "requested", "", "ci_run", says: "CI run: requested"),
        event(
            "workflow_job", action: "completed",
            #""workflow_job":{"name":"linters","workflow_name":"CI","head_branch":"fix","conclusion":"failure"}"#,
            "ci_job", .error,
            says: "CI job \"linters\" of \"CI\" on fix: failure"),
        event(
            "workflow_job", action: "queued", #""workflow_job":{"name":"linters","status":"queued"}"#, "ci_job",
            says: "CI job \"linters\": queued"),
        event(
            "check_run", action: "completed", #""check_run":{"name":"lint","conclusion":"timed_out"}"#, "ci_job",
            .error,
            says: "Check \"lint\": timed out"),
        event(
            "check_suite", action: "completed",
            #""check_suite":{"head_branch":"main","conclusion":"cancelled","app":{"name":"CI"}}"#,
            "ci_run", .warn, says: "Check suite \"CI\" on main: cancelled"),
        event("status", #""state":"error","context":"build""#, "ci_job", .error, says: "Status \"build\": error"),
        event("status", #""state":"pending","context":"build""#, "ci_job", says: "Status \"build\": pending"),
    ]

    private static let gitHubDiscussions: [Fixture] = [
        event("pull_request", action: "opened", pull, "pull_request", says: "Pull request #4 opened: Round once"),
        event(
            "pull_request", action: "ready_for_review", pull, "pull_request",
            says: "Pull request #4 ready for review: Round once"),
        event("pull_request", action: "synchronize", pull, "pull_request", says: "Pull request #4 updated: Round once"),
        event(
            "pull_request", action: "closed", #""pull_request":{"number":4,"title":"R","merged":true}"#, "pull_request",
            says: "Pull request #4 merged: R"),
        event(
            "pull_request", action: "closed", #""pull_request":{"number":4,"title":"R","merged":false}"#,
            "pull_request",
            says: "Pull request #4 closed: R"),
        event(
            "pull_request_review", action: "submitted",
            pull + #","review":{"state":"changes_requested","user":{"login":"eve"},"body":"No.\nNo."}"#, "code_review",
            says: "Review of pull request #4 by eve: changes requested, No. No."),
        event(
            "pull_request_review_comment", action: "created",
            pull + #","comment":{"user":{"login":"eve"},"body":"Why?"}"#, "code_review",
            says: "Comment on pull request #4 by eve: Why?"),
        event("issues", action: "opened", issue, "issue", says: "Issue #5 opened: Off by one"),
        event(
            "issue_comment", action: "created", issue + #","comment":{"user":{"login":"eve"},"body":"Yes"}"#, "issue",
            says: "Comment on issue #5 by eve: Yes"),
        event(
            "issue_comment", action: "deleted", #""issue":{"number":6,"pull_request":{}},"comment":{"body":"Yes"}"#,
            "pull_request",
            says: "Comment deleted on pull request #6: Yes"),
    ]

    private static let gitHubRepository: [Fixture] = [
        event(
            "push",
            #""ref":"refs/heads/main","pusher":{"name":"dana"},"commits":[{},{}],"head_commit":{"message":"Fix\n\nMore"}"#,
            "push",
            says: "dana pushed 2 commits to main: Fix"),
        event(
            "push", #""ref":"refs/heads/a/b","forced":true,"commits":[{}],"head_commit":null"#, "push",
            says: "dana pushed 1 commit by force to a/b"),
        event("push", #""ref":"refs/tags/v1","deleted":true,"commits":[]"#, "push", says: "dana deleted tag v1"),
        event(
            "release", action: "published", #""release":{"tag_name":"v1","name":"One"}"#, "release",
            says: "Release v1 published: One"),
        event(
            "deployment", action: "created", #""deployment":{"environment":"prod"}"#, "deployment",
            says: "Deployment to prod: created"),
        event(
            "deployment_status", action: "created",
            #""deployment":{"environment":"prod"},"deployment_status":{"state":"failure"}"#,
            "deployment", .error, says: "Deployment to prod: failure"),
        event(
            "code_scanning_alert", action: "created", #""alert":{"number":10,"rule":{"description":"SQL injection"}}"#,
            "security_alert",
            .warn, says: "Code scanning alert #10 created: SQL injection"),
        event(
            "secret_scanning_alert", action: "resolved", #""alert":{"number":1,"secret_type":"key"}"#, "security_alert",
            says: "Secret scanning alert #1 resolved: key"),
        event("create", #""ref":"v1","ref_type":"tag""#, "external_update", says: "dana created tag v1"),
        event("star", action: "created", "", "external_update", says: "GitHub: star created by dana"),
        event(
            "ping", #""zen":"Keep it simple.""#, "external_update", says: "GitHub webhook connected: Keep it simple."),
    ]
}
