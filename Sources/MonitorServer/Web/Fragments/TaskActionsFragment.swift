import MonitorCore
import MonitorWeb
import Mustache

/// `/fragments/tasks/:id/actions`: what can be done with a task, for a dialog over a list.
struct TaskActionsFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary

    func render(_ id: TaskID) async throws -> String {
        guard let task = try await store.task(id) else { throw APIError.notFound("task \(id)") }
        let workstreams = try await store.workstreams(includeArchived: false)
        return templates.render(TaskActionsView(task: task, workstreams: workstreams), with: .taskActions)
    }
}

/// What the fragment's template shows.
struct TaskActionsView: MustacheParent {
    let task: TrackedTask
    let workstreams: [Workstream]

    func child(named name: String) -> Any? {
        switch name {
        case "id": task.id.description
        case "name": task.name
        case "workstreamID": task.workstreamID.description
        case "statusSelect": SelectView.statuses(selected: task.status)
        case "workstreamSelect": SelectView.workstreams(workstreams, selected: task.workstreamID)
        case "isHidden": task.hidden ? "true" : "false"
        case "hidden": task.hidden ? "false" : "true"
        case "hideWord": task.hidden ? "Show in lists" : "Hide"
        case "hideDone": task.hidden ? "Task shown." : "Task hidden."
        default: nil
        }
    }
}
