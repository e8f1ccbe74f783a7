extension GitHubEvent {
    /// Looks for the branch of this repository that the event is about.
    var foundBranch: String? {
        switch name {
        case "workflow_run": isRunOfFork ? nil : headBranch
        case "workflow_job", "check_suite": headBranch
        case "check_run": fields.text(".check_suite.head_branch")?.branchName
        case "status": statusBranches.first
        case "deployment", "deployment_status", "deployment_review", "deployment_protection_rule": deployedBranch
        case "create", "delete":
            fields.text("ref_type") == "branch" ? fields.text("ref")?.branchName : nil
        default: pullRequestBranch ?? reference?.branch
        }
    }

    /// As people read it: the branch of a fork with its owner, as GitHub writes it.
    var shownBranch: String? { branch ?? forkBranch }

    /// The branch of a fork that a run or a pull request is about, as in `eve:main`.
    var forkBranch: String? {
        if name == "workflow_run" {
            guard isRunOfFork, let headBranch else { return nil }
            return "\(fields.word(".head_repository.owner.login") ?? "fork"):\(headBranch)".branchName
        }
        guard branch == nil, let ref = fields.text("pull_request.head.ref")?.branchName else { return nil }
        return fields.word("pull_request.head.user.login|pull_request.head.repo.owner.login").map {
            "\($0):\(ref)".branchName
        }
    }

    /// What the payload's `ref` names.
    var reference: GitReference? { fields.text("ref").map(GitReference.init) }

    /// A status belongs to a commit, which may be the tip of several branches.
    var statusBranches: [String] { fields.items("branches").compactMap { $0.text(".name")?.branchName } }

    private var headBranch: String? { fields.text(".head_branch")?.branchName }

    /// A deleted fork is `null`.
    private var isRunOfFork: Bool {
        guard let head = fields.text(".head_repository.full_name") else { return fields.isNull(".head_repository") }
        return !isThisRepository(head)
    }

    private var pullRequestBranch: String? {
        guard let head = fields.text("pull_request.head.repo.full_name"), isThisRepository(head) else { return nil }
        return fields.text("pull_request.head.ref")?.branchName
    }

    /// A deployment's `ref` may be a commit as well.
    private var deployedBranch: String? {
        if let branch = fields.text("workflow_run.head_branch|check_run.check_suite.head_branch") {
            return branch.branchName
        }
        guard let ref = fields.text("deployment.ref"), !ref.isObjectName else { return nil }
        switch GitReference(ref) {
        case .branch(let name): return name
        case .other(let name): return name.hasPrefix("refs/") ? nil : name
        case .tag, .request: return nil
        }
    }

    private func isThisRepository(_ name: String) -> Bool {
        name.lowercased() == place.repository?.lowercased()
    }
}
