import MonitorCore

extension GitLabEvent {
    var meaning: Meaning {
        switch name {
        case "pipeline": Meaning("ci_run", outcome.level)
        case "build": Meaning("ci_job", fields.isTrue("build_allow_failure") ? tolerated : outcome.level)
        case "deployment": Meaning("deployment", outcome.level)
        case "merge_request": Meaning(isReview ? "code_review" : "pull_request")
        case "issue", "work_item": Meaning("issue")
        case "note": Meaning(noteKind)
        case "push": Meaning("push")
        case "tag_push": Meaning("push")
        case "release": Meaning("release")
        case "vulnerability": Meaning("security_alert", vulnerabilityLevel)
        default: Meaning("external_update")
        }
    }

    /// A job that may fail fails nobody.
    private var tolerated: Level { outcome.level == .error ? .warn : outcome.level }

    private var isReview: Bool {
        ["approved", "approval", "unapproved", "unapproval"].contains(action)
    }

    private var noteKind: String {
        if fields.text(".type") == "DiffNote" || fields.text(".noteable_type") == "Commit" { return "code_review" }
        if fields.has("merge_request") { return "pull_request" }
        return fields.has("issue") ? "issue" : "external_update"
    }

    private var vulnerabilityLevel: Level {
        switch fields.text(".state")?.lowercased() {
        case "resolved", "dismissed": .info
        default: ["critical", "high"].contains(fields.text(".severity")?.lowercased()) ? .error : .warn
        }
    }
}
