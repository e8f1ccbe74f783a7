package import MonitorCore
import MonitorWeb
import Mustache

/// `/tasks/:id`: a task's head, what it waits for, its properties, and its thread, newest first.
///
/// `?before_seq=` goes on with what is older, down to the first; `?around=` shows one update among its neighbours;
/// `kind`, `level`, `tag`, `source` and `q` narrow the thread.
package struct TaskPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let calls: RenderedRows<ToolUseView>
    let clock: WallClock

    /// Some ten screens; older ones are behind a link.
    static let pageSize = 100

    package func render(_ id: TaskID, _ query: QueryDecoder) async throws -> String {
        guard let found = try await store.task(id) else { throw APIError.notFound("task \(id)") }
        let shell = try await ShellView(title: found.name.cut(80), script: "task.js", reading: store)
        // Read again after the head seq: a change between the two would be lost to the page.
        let task = try await store.task(id) ?? found
        let filter = try ThreadFilter(taskID: id, PageFilter(query), now: clock())
        let view = try await TaskView(task, in: store, now: clock())
        let span = try query.oneOf("span", TimelineSpan.self) ?? .recent
        let thread = try await thread(of: view, filter, before: query.seq("before_seq"), around: query.seq("around"))
        let timeline = try await TimelineView(
            task, span, oldest: thread.view.isNewest && filter.isEmpty ? thread.updates.last?.seq : nil, in: store,
            now: view.now)
        return templates.render(
            TaskPageView(
                shell: shell, task: view, timeline: timeline, thread: thread.view,
                filter: FilterFormView(filter, updates: thread.updates)), with: .task)
    }

    private func thread(
        of task: TaskView, _ filter: ThreadFilter, before: Seq?, around: Seq?
    ) async throws -> (view: ThreadView, updates: [Update]) {
        let reader = ThreadReader(store: store, filter: filter)
        let end =
            if let around { try await reader.windowEnd(around: around, half: TaskPage.pageSize / 2) } else { before }
        let window = try await reader.window(before: end, limit: TaskPage.pageSize)
        let surroundings = ThreadItemView.Surroundings(
            context: ThreadContext(updates: window.updates, changes: window.changes),
            workstreamNames: task.workstreamNames, now: task.now, calls: calls, around: around)
        let view = ThreadView(window, filter: filter, isNewest: end == nil, surroundings: surroundings)
        return (view, window.updates)
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
    let timeline: TimelineView
    let thread: ThreadView
    let filter: FilterFormView

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "task": task
        case "newest": (thread.isNewest ? nil : "/tasks/\(task.task.id)").orAbsent
        case "thread": thread
        case "timeline": timeline
        case "filter": filter
        default: nil
        }
    }
}
