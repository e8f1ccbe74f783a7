extension GitHubEvent {
    /// How a run, a check, a status or a deployment stands.
    var outcome: RunOutcome { RunOutcome(conclusion: conclusion, status: status ?? action) }

    /// How it ended, in GitHub's word; `nil` while it goes on.
    var conclusion: String? {
        switch name {
        case "workflow_run", "workflow_job", "check_run", "check_suite": fields.text(".conclusion")
        case "deployment_status": fields.text(".state")
        case "status": fields.text("state")
        case "repository_import": fields.text("status")
        case "page_build": fields.text(".status") == "errored" ? "error" : nil
        default: nil
        }
    }

    private var status: String? {
        switch name {
        case "workflow_run", "workflow_job", "check_run", "check_suite": fields.text(".status")
        default: nil
        }
    }
}
