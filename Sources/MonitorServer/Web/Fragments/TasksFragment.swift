import MonitorCore
import MonitorWeb
import Mustache

/// `/fragments/tasks?view=&task_id=`: tasks as groups or as lanes.
///
/// Tasks that lists leave out (hidden, deleted, of an archived workstream) are left out: their sections are to be
/// removed. The others show what a page's filter wants (`q`, `kind` and so on).
struct TasksFragment: Sendable {
    enum View: String, CaseIterable { case grouped, lanes }

    let store: any JournalStore
    let templates: TemplateLibrary
    let rows: RenderedRows<UpdateView>
    let clock: WallClock

    func render(_ query: QueryDecoder) async throws -> String {
        let view = try query.oneOf("view", View.self) ?? .grouped
        let tasks = try await listed(query.ids("task_id"))
        let content =
            switch view {
            case .grouped: try await sections(tasks, .grouped, PageFilter(query))
            case .lanes: try await sections(tasks, .lanes, PageFilter(query))
            }
        return templates.render(content, with: .fragmentTasks)
    }

    private func listed(_ ids: [TaskID]) async throws -> [TrackedTask] {
        let found = try await store.tasks(Set(ids))
        let active = Set(try await store.workstreams(includeArchived: false).map(\.id))
        return ids.compactMap { found[$0] }.filter { !$0.hidden && active.contains($0.workstreamID) }
    }

    private func sections(
        _ tasks: [TrackedTask], _ layout: SectionLayout, _ filter: PageFilter
    ) async throws -> TasksFragmentView {
        let now = clock()
        let reader = TaskSectionReader(
            store: store, rows: rows, layout: layout, now: now, filter: try filter.updateFilter(now: now))
        let sections = try await reader.sections(of: tasks)
        return layout.place == .group ? TasksFragmentView(groups: sections) : TasksFragmentView(lanes: sections)
    }
}

/// What the fragment's template shows.
struct TasksFragmentView: MustacheParent {
    var groups: [TaskSectionView] = []
    var lanes: [TaskSectionView] = []

    func child(named name: String) -> Any? {
        switch name {
        case "groups": groups
        case "lanes": lanes
        default: nil
        }
    }
}
