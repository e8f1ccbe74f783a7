import MonitorCore
import MonitorWeb
import Mustache

/// `/tasks/:id/delete`: names what a purge takes away, and asks.
struct DeletionPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary

    func render(_ id: TaskID) async throws -> String {
        guard let task = try await store.task(id) else { throw APIError.notFound("task \(id)") }
        let workstream = try await store.workstream(task.workstreamID)
        return templates.render(DeletionView(task: task, workstreamName: workstream?.name ?? ""), with: .deletion)
    }
}

/// What the page's template shows.
struct DeletionView: MustacheParent {
    let task: TrackedTask
    let workstreamName: String

    func child(named name: String) -> Any? {
        switch name {
        case "shell": ShellView(title: "Delete a task")
        case "id": task.id.description
        case "name": task.name
        case "workstreamName": workstreamName
        case "updates": updates
        default: nil
        }
    }

    private var updates: String {
        switch task.activity.updateCount {
        case 0: "no update"
        case 1: "its one update"
        case let count: "its \(count) updates"
        }
    }
}
