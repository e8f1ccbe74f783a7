import MonitorCore
import Mustache

/// A task on its own page: its head, what it waits for and its properties.
struct TaskView: MustacheParent {
    let task: TrackedTask
    let workstreamName: String
    let now: Timestamp

    func child(named name: String) -> Any? {
        switch name {
        case "id": task.id.description
        case "name": task.name
        case "workstreamID": task.workstreamID.description
        case "workstreamName": workstreamName
        case "status": task.statusView
        case "ownStatus": task.status.rawValue
        case "isHidden": task.hidden
        case "summary": task.summary.map { SummaryView(summary: $0, now: now) }.orAbsent
        case "ask": task.attention.map { AskView(attention: $0, now: now) }.orAbsent
        case "updateCount": task.activity.updateCount
        case "errors": ErrorsView(task.activity.errorCount).orAbsent
        case "lastActivity": task.activity.lastAt.map { TimeView($0, now: now, suffix: " ago") }.orAbsent
        case "created": TimeView(task.createdAt, now: now, suffix: " ago")
        case "metadata": (task.metadata == .emptyObject ? nil : task.metadata.text).orAbsent
        default: nil
        }
    }

    /// Somebody's words on where the task stands.
    struct SummaryView: MustacheParent {
        let summary: TrackedTask.Summary
        let now: Timestamp

        func child(named name: String) -> Any? {
            switch name {
            case "text": summary.text
            case "source": summary.source
            case "updated": TimeView(summary.updatedAt, now: now, suffix: " ago")
            default: nil
            }
        }
    }

    /// What the task waits for.
    struct AskView: MustacheParent {
        let attention: TrackedTask.Attention
        let now: Timestamp

        func child(named name: String) -> Any? {
            switch name {
            case "heading": heading
            case "since": TimeView(attention.since, now: now, prefix: "for ")
            case "message": attention.message
            default: nil
            }
        }

        private var heading: String {
            switch attention.reason {
            case .permission: "Waits for permission"
            case .question: "Has a question"
            case .plan: "Has a plan to approve"
            case .error: "Has stopped with an error"
            case .ci: "CI has failed"
            }
        }
    }
}
