/// One event of a repository or an organisation.
struct GitHubEvent {
    /// As in `X-GitHub-Event`; `nil` where nothing tells it.
    let name: String?
    let payload: Payload
    let action: String?

    init(header: String?, payload: Payload) {
        self.payload = payload
        action = payload.text("action")
        name = header ?? GitHubEvent.inferredName(payload)
    }

    /// Owner and name, as in `octo/hello`.
    var repository: String? {
        let repository = payload["repository"]
        if let fullName = repository.text("full_name") { return fullName }
        guard let owner = repository["owner"].text("login"), let name = repository.text("name") else { return nil }
        return "\(owner)/\(name)"
    }

    /// Whose event it is where there is no repository.
    var owner: String? {
        payload["organization"].text("login") ?? payload["repository"]["owner"].text("login")
            ?? payload["installation"]["account"].text("login")
    }

    /// Who did it.
    var sender: String? { payload["sender"].text("login")?.line(upTo: 100) }

    /// The first name all of whose keys the payload has; the more telling keys come first.
    private static func inferredName(_ payload: Payload) -> String? {
        namesByKeys.first { _, keys in keys.allSatisfy(payload.has) }?.key
    }

    private static let namesByKeys: KeyValuePairs<String, [String]> = [
        "workflow_job": ["workflow_job"],
        "deployment_status": ["deployment_status"],
        "deployment": ["deployment"],
        "workflow_run": ["workflow_run"],
        "check_run": ["check_run"],
        "check_suite": ["check_suite"],
        "pull_request_review": ["pull_request", "review"],
        "pull_request_review_comment": ["pull_request", "comment"],
        "pull_request": ["pull_request"],
        "issue_comment": ["issue", "comment"],
        "issues": ["issue"],
        "release": ["release"],
        "push": ["ref", "commits"],
        "ping": ["zen"],
    ]
}
