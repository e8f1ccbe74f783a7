import MonitorCore

/// How an update of a kind looks: its icon, its title and whether it stands out.
struct UpdateKind {
    enum Emphasis: String {
        case ask = "is-ask"
        case error = "is-error"
        case prompt = "is-prompt"
        case state = "is-state"
    }

    let icon: String
    let title: String
    let emphasis: Emphasis?

    private init(_ icon: String, _ title: String, _ emphasis: Emphasis? = nil) {
        self.icon = icon
        self.title = title
        self.emphasis = emphasis
    }

    /// A kind that is not listed is shown by its own name: new ones need no change here.
    init(of content: UpdateContent) {
        let kind = content.kind.map { UpdateKind.known[$0] ?? UpdateKind("i-msg", UpdateKind.words(of: $0)) } ?? .note
        let isError = content.level == .error && kind.emphasis != .ask
        self = isError ? UpdateKind("i-alert", kind.title, .error) : kind
    }

    private static func words(of kind: String) -> String {
        String(kind.map { $0 == "_" ? " " : $0 }).capitalizedFirst
    }

    private static let note = UpdateKind("i-flag", "Note")

    private static let known: [String: UpdateKind] = [
        "manual_note": note,
        "user_prompt": UpdateKind("i-user", "Prompt", .prompt),
        "assistant_message": UpdateKind("i-msg", "Message"),
        "tool_use": UpdateKind("i-term", "Tool"),
        "tool_failure": UpdateKind("i-alert", "Tool failed", .error),
        "file_change": UpdateKind("i-edit", "File changed"),
        "test_result": UpdateKind("i-check", "Tests"),
        "build_result": UpdateKind("i-term", "Build"),
        "permission_request": UpdateKind("i-lock", "Permission request", .ask),
        "question": UpdateKind("i-question", "Question", .ask),
        "session_start": UpdateKind("i-play", "Session started", .state),
        "session_end": UpdateKind("i-out", "Session ended", .state),
        "subagent_start": UpdateKind("i-sub", "Subagent started"),
        "subagent_stop": UpdateKind("i-sub", "Subagent finished"),
        "turn_end": UpdateKind("i-msg", "End of turn"),
        "plan_update": UpdateKind("i-plan", "Plan"),
        "ci_run": UpdateKind("i-ci", "CI run"),
        "ci_job": UpdateKind("i-ci", "CI job"),
        "code_review": UpdateKind("i-pr", "Review"),
        "pull_request": UpdateKind("i-pr", "Pull request"),
        "issue": UpdateKind("i-question", "Issue"),
        "push": UpdateKind("i-branch", "Push"),
        "release": UpdateKind("i-flag", "Release"),
        "deployment": UpdateKind("i-globe", "Deployment"),
        "security_alert": UpdateKind("i-alert", "Security alert"),
        "decision": UpdateKind("i-flag", "Decision"),
        "status_note": UpdateKind("i-flag", "Status"),
        "error": UpdateKind("i-alert", "Error", .error),
        "external_update": UpdateKind("i-globe", "External update"),
    ]
}
