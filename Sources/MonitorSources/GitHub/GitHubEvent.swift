/// One event of a repository or an organisation.
struct GitHubEvent {
    /// As in `X-GitHub-Event`; `nil` where nothing tells it.
    let name: String?
    let action: String?
    /// The payload, with what the event is about in the middle.
    let fields: PayloadFields
    let place: ForgePlace
    /// Who did it.
    let actor: String?
    /// The branch of this repository that the event is about.
    private(set) var branch: String?
    /// The pull request, issue, discussion or branch that gets the event, else the repository.
    private(set) var subject = ForgeSubject.repository

    init(header: String?, fields: PayloadFields) {
        let header = header.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        let name = header ?? GitHubEvent.inferredName(fields)
        self.name = name
        self.fields = name.map { fields.about(GitHubEvent.mainKeys[$0] ?? $0) } ?? fields
        action = fields.text("action")
        actor = fields.text("sender.login")?.line(upTo: 100)
        place = ForgePlace(
            forge: "github", repository: GitHubEvent.repository(fields),
            owner: fields.text("organization.login|repository.owner.login|installation.account.login"))
        branch = foundBranch
        subject = foundSubject
    }

    /// Owner and name, as in `octo/hello`.
    private static func repository(_ fields: PayloadFields) -> String? {
        if let fullName = fields.text("repository.full_name") { return fullName }
        guard let owner = fields.text("repository.owner.login"), let name = fields.text("repository.name") else {
            return nil
        }
        return "\(owner)/\(name)"
    }

    /// The key of what an event is about, where that is not the event's own name.
    private static let mainKeys: [String: String] = [
        "branch_protection_rule": "rule",
        "code_scanning_alert": "alert",
        "commit_comment": "comment",
        "custom_property": "definition",
        "dependabot_alert": "alert",
        "deploy_key": "key",
        "deployment_review": "workflow_run",
        "discussion_comment": "discussion",
        "fork": "forkee",
        "installation_repositories": "installation",
        "issue_comment": "issue",
        "issues": "issue",
        "page_build": "build",
        "pull_request_review": "pull_request",
        "pull_request_review_comment": "pull_request",
        "pull_request_review_thread": "pull_request",
        "pull_request_target": "pull_request",
        "repository_vulnerability_alert": "alert",
        "secret_scanning_alert": "alert",
        "secret_scanning_alert_location": "alert",
        "team_add": "team",
    ]
}
