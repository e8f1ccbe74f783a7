import MonitorCore
import MonitorWeb
import Mustache

/// `/fragments/tasks?view=&task_id=`: tasks as rows of the dashboard, as groups or as lanes.
///
/// Tasks that lists leave out (hidden, deleted, of an archived workstream) are left out: their rows are to be removed.
/// `workstream_id` names workstreams whose counts are wanted beside those of the tasks.
struct TasksFragment: Sendable {
    enum View: String, CaseIterable { case rows, grouped, lanes }

    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    func render(_ query: QueryDecoder) async throws -> String {
        let view = try query.oneOf("view", View.self) ?? .rows
        let tasks = try await listed(query.ids("task_id"))
        let content =
            switch view {
            case .rows: try await rows(tasks, and: query.ids("workstream_id"))
            case .grouped: try await sections(tasks, .grouped)
            case .lanes: try await sections(tasks, .lanes)
            }
        return templates.render(content, with: .fragmentTasks)
    }

    private func listed(_ ids: [TaskID]) async throws -> [TrackedTask] {
        var tasks: [TrackedTask] = []
        for id in ids {
            guard let task = try await store.task(id), !task.hidden,
                let workstream = try await store.workstream(task.workstreamID), workstream.status == .active
            else { continue }
            tasks.append(task)
        }
        return tasks
    }

    private func rows(_ tasks: [TrackedTask], and others: [WorkstreamID]) async throws -> TasksFragmentView {
        let now = clock()
        var view = TasksFragmentView(rows: tasks.map { TaskRowView(task: $0, now: now) })
        for id in Set(tasks.map(\.workstreamID)).union(others) {
            if let section = try await store.section(of: id, now: now) { view.workstreams.append(section) }
        }
        return view
    }

    private func sections(_ tasks: [TrackedTask], _ layout: SectionLayout) async throws -> TasksFragmentView {
        let reader = TaskSectionReader(store: store, layout: layout, now: clock())
        let sections = try await reader.sections(of: tasks)
        return layout.place == .group ? TasksFragmentView(groups: sections) : TasksFragmentView(lanes: sections)
    }
}

extension JournalStore {
    /// An active workstream with its tasks.
    func section(of id: WorkstreamID, now: Timestamp) async throws -> WorkstreamView? {
        guard let workstream = try await workstream(id), workstream.status == .active else { return nil }
        var filter = TaskFilter()
        filter.workstreamID = id
        return WorkstreamView(
            workstream: workstream, tasks: try await tasks(filter).items, now: now,
            quietLimit: DashboardPage.quietLimit)
    }
}

/// What the fragment's template shows.
struct TasksFragmentView: MustacheParent {
    var rows: [TaskRowView] = []
    var workstreams: [WorkstreamView] = []
    var groups: [TaskSectionView] = []
    var lanes: [TaskSectionView] = []

    func child(named name: String) -> Any? {
        switch name {
        case "rows": rows
        case "workstreams": workstreams
        case "groups": groups
        case "lanes": lanes
        default: nil
        }
    }
}
