extension GitHubEvent {
    /// What is kept of every event that has it.
    static let commonFields: [DataField] = [
        DataField("title", ".title|.display_title|.summary|.security_advisory.summary|.rule.description"),
        DataField("name", ".name|.context|context"),
        DataField("base", ".base.ref|.base_ref"),
        DataField("sha", ".head_sha|.head.sha|after|sha|comment.commit_id|deployment.sha|.head_commit.id|commit_oid"),
        DataField("status", ".status|status"),
        DataField("state", ".state|state"),
        DataField("conclusion", ".conclusion"),
    ]

    /// What is kept of one event, or of one action of it, besides.
    static let fieldsByEvent: [String: [DataField]] = [
        "check_run": [
            DataField("check_run_id", ".id"), DataField("check_suite_id", ".check_suite.id"),
            DataField("app", ".app.name"), DataField("summary", ".output.title"),
        ],
        "check_suite": [DataField("check_suite_id", ".id"), DataField("app", ".app.name")],
        "code_scanning_alert": [
            DataField("rule", ".rule.id"), DataField("tool", ".tool.name"), DataField("ref", "ref"),
        ],
        "commit_comment": comment + [DataField("path", ".path"), DataField("line", ".line")],
        "create": [DataField("ref", "ref"), DataField("ref_type", "ref_type")],
        "delete": [DataField("ref", "ref"), DataField("ref_type", "ref_type")],
        "dependabot_alert": [
            DataField("package", ".dependency.package.name"), DataField("manifest", ".dependency.manifest_path"),
            DataField("ghsa_id", ".security_advisory.ghsa_id"), DataField("cve_id", ".security_advisory.cve_id"),
        ],
        "deployment": deployment,
        "deployment_protection_rule": deployment,
        "deployment_review": [DataField("environment", "environment"), DataField("comment", "comment", limit: 2_000)],
        "deployment_status": deployment + [DataField("environment_url", ".environment_url")],
        "discussion": [DataField("category", ".category.name")],
        "discussion.created": [.body(".body")],
        "discussion_comment": comment,
        "fork": [DataField("forkee", ".full_name")],
        "issue_comment": comment,
        "issues": issue,
        "issues.opened": [.body(".body")],
        "member": [DataField("member", ".login")],
        "membership": [DataField("member", "member.login"), DataField("team", "team.name")],
        "merge_group": [DataField("head_ref", ".head_ref"), DataField("reason", "reason")],
        "organization": [DataField("member", "membership.user.login|invitation.login")],
        "package": [DataField("version", ".package_version.version"), DataField("type", ".package_type")],
        "pull_request": issue + [
            DataField("draft", ".draft"), DataField("merged", ".merged"),
            DataField("merge_commit_sha", ".merge_commit_sha"),
            DataField("reviewer", "requested_reviewer.login|requested_team.name"),
        ],
        "pull_request.opened": [.body(".body")],
        "pull_request_review": [
            DataField("review_id", "review.id"), DataField("review_state", "review.state"), .body("review.body"),
            DataField("author", "review.user.login"),
        ],
        "pull_request_review_comment": comment + [
            DataField("path", "comment.path"), DataField("line", "comment.line"),
        ],
        "push": [
            DataField("ref", "ref"), DataField("before", "before"), DataField("created", "created"),
            DataField("deleted", "deleted"), DataField("forced", "forced"),
        ],
        "registry_package": [DataField("version", ".package_version.version"), DataField("type", ".package_type")],
        "release": [
            DataField("release_id", ".id"), DataField("tag", ".tag_name"), DataField("prerelease", ".prerelease"),
            .body(".body"),
        ],
        "repository": [DataField("old_name", "changes.repository.name.from")],
        "repository_advisory": [DataField("ghsa_id", ".ghsa_id"), DataField("cve_id", ".cve_id")],
        "secret_scanning_alert": [DataField("secret_type", ".secret_type"), DataField("resolution", ".resolution")],
        "secret_scanning_alert_location": [
            DataField("secret_type", ".secret_type"), DataField("path", "location.details.path"),
        ],
        "security_advisory": [DataField("ghsa_id", ".ghsa_id"), DataField("cve_id", ".cve_id")],
        "status": [DataField("status_id", "id"), DataField("description", "description")],
        "sub_issues": [DataField("parent_number", "parent_issue.number")],
        "workflow_dispatch": [DataField("ref", "ref")],
        "workflow_job": [
            DataField("job_id", ".id"), DataField("run_id", ".run_id"), DataField("run_attempt", ".run_attempt"),
            DataField("runner", ".runner_name"),
        ],
        "workflow_run": [
            DataField("run_id", ".id"), DataField("run_number", ".run_number"),
            DataField("run_attempt", ".run_attempt"), DataField("trigger", ".event"), DataField("path", ".path"),
        ],
    ]

    private static let comment: [DataField] = [
        DataField("comment_id", "comment.id"), .body("comment.body"), DataField("author", "comment.user.login"),
    ]

    private static let deployment: [DataField] = [
        DataField("deployment_id", "deployment.id"), DataField("environment", ".environment|deployment.environment"),
        DataField("ref", "deployment.ref"), DataField("description", ".description"),
    ]

    private static let issue: [DataField] = [
        DataField("author", ".user.login"), DataField("state_reason", ".state_reason"),
        DataField("label", "label.name"), DataField("assignee", "assignee.login"),
        DataField("milestone", ".milestone.title"),
    ]
}
