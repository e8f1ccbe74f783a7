import MonitorCore

extension GitHubEvent {
    var meaning: Meaning {
        switch name {
        case "workflow_run", "check_suite": Meaning("ci_run", GitHubEvent.level(of: outcome))
        case "workflow_job", "check_run", "status": Meaning("ci_job", GitHubEvent.level(of: outcome))
        case "deployment", "deployment_status": Meaning("deployment", GitHubEvent.level(of: outcome))
        case "pull_request", "pull_request_target": Meaning("pull_request")
        case "pull_request_review", "pull_request_review_comment", "pull_request_review_thread":
            Meaning("code_review")
        case "issues": Meaning("issue")
        case "issue_comment": Meaning(payload["issue"].has("pull_request") ? "pull_request" : "issue")
        case "push": Meaning("push")
        case "release": Meaning("release")
        case "code_scanning_alert", "dependabot_alert", "secret_scanning_alert", "repository_vulnerability_alert",
            "security_advisory", "repository_advisory":
            Meaning("security_alert", alertLevel)
        default: Meaning("external_update")
        }
    }

    /// How a run, a check, a status or a deployment ended; `nil` while it goes on.
    var outcome: String? {
        switch name {
        case "workflow_run", "workflow_job", "check_run", "check_suite": name.flatMap { payload[$0].text("conclusion") }
        case "deployment_status": payload["deployment_status"].text("state")
        case "status": payload.text("state")
        default: nil
        }
    }

    /// What did not end well is never told as mere information.
    private static func level(of outcome: String?) -> Level {
        switch outcome {
        case "failure", "timed_out", "startup_failure", "error": .error
        case "cancelled", "action_required", "stale": .warn
        default: .info
        }
    }

    private var alertLevel: Level {
        switch action {
        case "fixed", "resolved", "dismissed", "auto_dismissed", "closed_by_user", "withdrawn", "validated": .info
        default: .warn
        }
    }
}
