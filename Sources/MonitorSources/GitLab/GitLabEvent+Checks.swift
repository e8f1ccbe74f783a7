import MonitorCore

extension GitLabEvent {
    /// What the event says of CI on a branch of this project; its jobs say nothing that the pipeline does not say.
    func checks(message: String) -> [CheckRun] {
        guard name == "pipeline", let repository = place.repository, let branch, let id = fields.int(".id") else {
            return []
        }
        return [
            CheckRun(
                repository: repository, branch: branch, name: fields.word(".name") ?? "pipeline", run: id,
                state: outcome.state, url: url, message: message)
        ]
    }

    /// The page that shows it to a person.
    var url: String? {
        (fields.text(".url|url|deployable_url") ?? computedURL ?? fields.text("project.web_url|repository.homepage"))?
            .line(upTo: 2_000)
    }

    /// Old pipelines, jobs and pushes come without the address of their page.
    private var computedURL: String? {
        guard let project = fields.text("project.web_url|repository.homepage") else { return nil }
        return switch name {
        case "pipeline": fields.int(".id").map { "\(project)/-/pipelines/\($0)" }
        case "build": fields.int("build_id").map { "\(project)/-/jobs/\($0)" }
        case "push": fields.word("checkout_sha").map { "\(project)/-/commit/\($0)" }
        default: nil
        }
    }
}
