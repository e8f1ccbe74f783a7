import MonitorCore
import Mustache

/// A task as a row of the dashboard.
struct TaskRowView: MustacheParent {
    let task: TrackedTask
    let now: Timestamp

    /// A line of a row; the widest screen shows some 120 characters.
    private static let lineLength = 200

    func child(named name: String) -> Any? {
        switch name {
        case "id": task.id.description
        case "workstreamID": task.workstreamID.description
        case "name": task.name
        case "state": task.state.rawValue
        case "status": task.statusView
        case "isQuiet": task.isQuiet
        case "reason": (task.attention?.statusView.word).orAbsent
        case "lastMessage": lastMessage.orAbsent
        case "summary": summary.orAbsent
        case "updateCount": task.activity.updateCount
        case "errors": ErrorsView(task.activity.errorCount).orAbsent
        case "lastActivity": TimeView(task.activity.lastAt ?? task.createdAt, now: now)
        default: nil
        }
    }

    /// What is done with shows one line only, its summary if it has one.
    private var lastMessage: String? {
        task.isQuiet && task.summary != nil ? nil : task.activity.lastMessage?.cut(TaskRowView.lineLength)
    }

    private var summary: String? { task.summary?.text.cut(TaskRowView.lineLength) }
}
