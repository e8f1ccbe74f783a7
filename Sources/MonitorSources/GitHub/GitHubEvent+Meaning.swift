import MonitorCore

extension GitHubEvent {
    var meaning: Meaning {
        switch name {
        case "workflow_run", "check_suite": Meaning("ci_run", outcome.level)
        case "workflow_job", "check_run", "status": Meaning("ci_job", outcome.level)
        case "deployment", "deployment_status", "deployment_review", "deployment_protection_rule":
            Meaning("deployment", outcome.level)
        case "pull_request", "pull_request_target": Meaning("pull_request")
        case "pull_request_review", "pull_request_review_comment", "pull_request_review_thread", "commit_comment":
            Meaning("code_review")
        case "issues", "sub_issues", "issue_dependencies": Meaning("issue")
        case "issue_comment": Meaning(fields.has(".pull_request") ? "pull_request" : "issue")
        case "push": Meaning("push")
        case "release": Meaning("release")
        case "code_scanning_alert", "dependabot_alert", "secret_scanning_alert", "secret_scanning_alert_location",
            "repository_vulnerability_alert", "security_advisory", "repository_advisory":
            Meaning("security_alert", alertLevel)
        case "page_build", "repository_import": Meaning("external_update", outcome.level)
        default: Meaning("external_update")
        }
    }

    /// How bad the weakness is that an alert tells of.
    var severity: String? {
        fields.text(
            ".rule.security_severity_level|.security_advisory.severity|.security_vulnerability.severity|.severity"
                + "|.rule.severity")
    }

    private var alertLevel: Level {
        switch action {
        case "fixed", "resolve", "resolved", "dismiss", "dismissed", "auto_dismissed", "closed_by_user", "withdrawn",
            "validated":
            return .info
        default: break
        }
        if fields.isTrue(".publicly_leaked") { return .error }
        switch severity?.lowercased() {
        case "critical", "high", "error": return .error
        default: return .warn
        }
    }
}
