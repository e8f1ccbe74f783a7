import MonitorCore

extension GitHubEvent {
    /// What the event says of CI on branches of this repository; a fork's branches are none of its own.
    ///
    /// Check runs say nothing that their suite does not say, and the suites of GitHub Actions nothing that its
    /// workflow runs do not say.
    func checks(message: String) -> [CheckRun] {
        guard let repository = place.repository else { return [] }
        let check = { (branch: String, name: String, run: Int64) in
            CheckRun(
                repository: repository, branch: branch, name: name.line(upTo: 200), run: run,
                attempt: fields.int(".run_attempt") ?? 1, state: outcome.state, url: url, message: message)
        }
        switch name {
        case "workflow_run":
            guard let branch, let workflow, let id = fields.int(".id") else { return [] }
            return [check(branch, workflow, id)]
        case "check_suite":
            guard fields.text(".app.slug") != "github-actions" else { return [] }
            guard let branch, let app = fields.text(".app.name"), let id = fields.int(".id") else { return [] }
            return [check(branch, app, id)]
        case "status":
            guard let context = fields.text("context"), let id = fields.int("id") else { return [] }
            return statusBranches.map { check($0, context, id) }
        default: return []
        }
    }

    var workflow: String? { fields.text("workflow.name|workflow|.name|.path") }

    /// The page that shows it to a person.
    var url: String? {
        fields.text(
            "comment.html_url|review.html_url|.html_url|compare|target_url|.target_url|.url|repository.html_url"
        )?.line(upTo: 2_000)
    }
}
