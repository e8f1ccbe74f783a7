import MonitorCore
import MonitorLive
import MonitorWeb

/// `/fragments/workstreams/:id`: a workstream's section of the dashboard, with the dashboard's own query.
struct WorkstreamFragment: Sendable {
    let store: any JournalStore
    let activity: RecentActivity
    let templates: TemplateLibrary
    let rows: RenderedRows<TaskRowView>
    let clock: WallClock

    func render(_ id: WorkstreamID, _ parameters: QueryDecoder) async throws -> String {
        let query = try DashboardQuery(parameters)
        guard query.workstreamID ?? id == id, let workstream = try await store.workstream(id),
            workstream.status == .active || query.includesArchived
        else { throw APIError.notFound("active workstream \(id)") }
        var filter = query.taskFilter
        (filter.workstreamID, filter.includeArchivedWorkstreams) = (id, true)
        let tasks = try await store.tasks(filter).items
        guard let section = Board(workstreams: [workstream], tasks: tasks, query: query).sections.first else {
            throw APIError.notFound("task in workstream \(id) that is asked for")
        }
        let context = TaskRowContext(
            now: clock(), activity: activity, rows: rows,
            pullRequests: try await store.pullRequests(for: section.listed), query: query)
        return templates.render(WorkstreamView(section: section, context: context), with: .workstream)
    }
}
