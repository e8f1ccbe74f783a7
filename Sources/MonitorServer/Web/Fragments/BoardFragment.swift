import MonitorCore
import MonitorLive
import MonitorWeb
import Mustache

/// `/fragments/board?task_id=&section=`: rows of tasks, the sums of their workstreams and the filters' counts.
///
/// Beside these it takes the dashboard's own query. Tasks that lists leave out (hidden, deleted, of an archived
/// workstream) are left out: their rows are to be removed. `section` names workstreams whose sums are wanted beside
/// those of the tasks, such as the one that a task has left.
struct BoardFragment: Sendable {
    let store: any JournalStore
    let activity: RecentActivity
    let templates: TemplateLibrary
    let rows: RenderedRows<TaskRowView>
    let clock: WallClock

    func render(_ parameters: QueryDecoder) async throws -> String {
        let ids = Set<TaskID>(try parameters.ids("task_id"))
        let query = try DashboardQuery(parameters)
        let all = try await store.tasks(query.taskFilter).items
        let board = Board(workstreams: try await store.workstreams(includeArchived: true), tasks: all, query: query)
        let tasks = all.filter { ids.contains($0.id) }
        let context = TaskRowContext(
            now: clock(), activity: activity, rows: rows, pullRequests: try await store.pullRequests(for: tasks),
            query: query)
        let wanted = Set(tasks.map(\.workstreamID)).union(try parameters.ids("section"))
        let view = BoardFragmentView(
            rows: context.html(of: tasks),
            workstreams: board.sections.filter { wanted.contains($0.workstream.id) }
                .map { WorkstreamView(section: $0, context: context) },
            filters: BoardToolbarView(query: query, counts: board.counts, workstreams: [], sources: []))
        return templates.render(view, with: .fragmentBoard)
    }
}

/// What the fragment's template shows.
struct BoardFragmentView: MustacheParent {
    let rows: RenderedHTML
    let workstreams: [WorkstreamView]
    let filters: BoardToolbarView

    func child(named name: String) -> Any? {
        switch name {
        case "rows": rows
        case "workstreams": workstreams
        case "filters": filters
        default: nil
        }
    }
}
