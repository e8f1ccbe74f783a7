extension GitHubEvent {
    /// The first name all of whose keys the payload has; the more telling keys come first.
    static func inferredName(_ fields: PayloadFields) -> String? {
        namesByKeys.first { _, keys in keys.allSatisfy(fields.has) }?.key
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
        "pull_request_review_thread": ["pull_request", "thread"],
        "pull_request": ["pull_request"],
        "issue_comment": ["issue", "comment"],
        "issues": ["issue"],
        "discussion_comment": ["discussion", "comment"],
        "discussion": ["discussion"],
        "release": ["release"],
        "push": ["ref", "commits"],
        "status": ["context", "state", "branches"],
        "ping": ["zen"],
    ]
}
