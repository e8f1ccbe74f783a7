import MonitorCore
import MonitorWeb

/// `/fragments/tasks/:id`: the parts of a task's page that change with the task.
struct TaskFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    func render(_ id: TaskID) async throws -> String {
        guard let task = try await store.task(id) else { throw APIError.notFound("task \(id)") }
        return templates.render(try await TaskView(task, in: store, now: clock()), with: .fragmentTask)
    }
}
