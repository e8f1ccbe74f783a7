import MonitorCore

extension GitHubEvent {
    /// What the event means for the status of the task that stands for a pull request, an issue or a discussion.
    var subjectChange: SubjectChange? {
        guard let action, subject != .repository, let status = status(after: action) else { return nil }
        return SubjectChange(status: status, time: fields.text(".updated_at").flatMap(Timestamp.init(rfc3339:)))
    }

    private func status(after action: String) -> TrackedTask.Status? {
        switch (name, action) {
        case ("pull_request", "opened"), ("pull_request", "reopened"), ("pull_request", "ready_for_review"): .active
        case ("pull_request", "closed"): fields.isTrue(".merged") ? .done : .cancelled
        case ("issues", "opened"), ("issues", "reopened"): .active
        case ("issues", "closed"): isDropped ? .cancelled : .done
        case ("issues", "deleted"), ("issues", "transferred"), ("discussion", "deleted"): .cancelled
        case ("discussion", "created"), ("discussion", "reopened"): .active
        case ("discussion", "closed"): isDropped ? .cancelled : .done
        default: nil
        }
    }

    /// Whether it was closed without being done.
    private var isDropped: Bool {
        switch fields.text(".state_reason")?.lowercased() {
        case "not_planned", "duplicate", "outdated": true
        default: false
        }
    }
}
