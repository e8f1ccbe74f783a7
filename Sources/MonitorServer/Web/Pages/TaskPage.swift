package import MonitorCore
package import MonitorWeb
import Mustache

/// `/tasks/:id`: a task's head, what it waits for, its properties, and its updates, newest first.
///
/// `?before_seq=` goes on with older updates, down to the first.
package struct TaskPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    /// Some ten screens; older ones are behind a link.
    static let pageSize = 100

    package init(store: any JournalStore, templates: TemplateLibrary, clock: @escaping WallClock) {
        self.store = store
        self.templates = templates
        self.clock = clock
    }

    package func render(_ id: TaskID, _ query: QueryDecoder) async throws -> String {
        guard let found = try await store.task(id) else { throw APIError.notFound("task \(id)") }
        let shell = try await ShellView(title: found.name.cut(80), script: "task.js", reading: store)
        // Read again after the head seq: a change between the two would be lost to the page.
        let task = try await store.task(id) ?? found
        let before = try query.seq("before_seq")
        let now = clock()
        let view = TaskPageView(
            shell: shell, task: try await TaskView(task, in: store, now: now), isNewest: before == nil,
            thread: try await thread(of: id, before: before, now: now))
        return templates.render(view, with: .task)
    }

    private func thread(of id: TaskID, before: Seq?, now: Timestamp) async throws -> ThreadView {
        var filter = UpdateFilter.newest(TaskPage.pageSize)
        filter.taskID = id
        filter.beforeSeq = before
        let page = try await store.updates(filter)
        return ThreadView(
            taskID: id, updates: page.items, isNewest: before == nil,
            older: OlderView(
                link: "/tasks/\(id)?before_seq", before: page.items.last?.seq, hasOlder: page.total > page.items.count),
            now: now)
    }
}

extension TaskView {
    init(_ task: TrackedTask, in store: any JournalStore, now: Timestamp) async throws {
        let workstream = try await store.workstream(task.workstreamID)
        self.init(task: task, workstreamName: workstream?.name ?? "", now: now)
    }
}

extension UpdateFilter {
    static func newest(_ count: Int) -> UpdateFilter {
        var filter = UpdateFilter()
        filter.order = .desc
        filter.limit = count
        return filter
    }
}

/// What the task page's template shows.
struct TaskPageView: MustacheParent {
    let shell: ShellView
    let task: TaskView
    let isNewest: Bool
    let thread: ThreadView

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "task": task
        case "newest": (isNewest ? nil : "/tasks/\(task.task.id)").orAbsent
        case "thread": thread
        default: nil
        }
    }
}
