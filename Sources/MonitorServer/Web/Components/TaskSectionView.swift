import MonitorCore
import MonitorWeb
import Mustache

/// A task with its newest updates: a group or a lane of the stream.
struct TaskSectionView: MustacheParent {
    let task: TrackedTask
    let workstreamName: String
    let updates: [Update]
    /// The same, as HTML.
    let rows: RenderedHTML
    let place: UpdateView.Place
    let now: Timestamp
    /// Only some of its updates are wanted: how many others there are is not said.
    var isFiltered = false

    func child(named name: String) -> Any? {
        switch name {
        case "id": task.id.description
        case "name": task.name
        case "state": task.state.rawValue
        case "status": task.statusView
        case "workstreamName": workstreamName
        case "agent": updates.first.map { AgentView($0.content) }.orAbsent
        case "lastActivity": TimeView(task.recency, now: now, suffix: place == .group ? " ago" : "")
        case "updates": rows
        case "earlier": earlier.orAbsent
        default: nil
        }
    }

    /// Agents that stand still come first.
    var waits: Bool { task.attention != nil }

    private var earlier: Earlier? {
        let count = task.activity.updateCount - updates.count
        return count > 0 && !isFiltered ? Earlier(id: task.id, count: count) : nil
    }

    /// The updates that are not listed.
    struct Earlier: MustacheParent {
        let id: TaskID
        let count: Int

        func child(named name: String) -> Any? {
            switch name {
            case "id": id.description
            case "count": count
            default: nil
            }
        }
    }
}
