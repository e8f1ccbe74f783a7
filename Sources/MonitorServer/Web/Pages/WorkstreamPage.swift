import MonitorCore
import MonitorLive
import MonitorWeb
import Mustache

/// `/workstreams/:id`: a workstream's tasks, its updates with a filter, its properties; archived ones too.
///
/// `?before_seq=` goes on with older updates.
struct WorkstreamPage: Sendable {
    let store: any JournalStore
    let activity: RecentActivity
    let templates: TemplateLibrary
    let rows: RowCache
    let clock: WallClock

    func render(_ id: WorkstreamID, _ query: QueryDecoder) async throws -> String {
        let filter = try PageFilter(query).setting("workstream_id", to: nil)
        let before = try query.seq("before_seq")
        guard let found = try await store.workstream(id) else { throw APIError.notFound("workstream \(id)") }
        let shell = try await ShellView(title: found.name.cut(80), script: "workstream.js", reading: store)
        let now = clock()
        let section = try await store.section(of: id)
        let context = TaskRowContext(
            now: now, activity: activity, rows: rows.tasks,
            pullRequests: try await store.pullRequests(for: section.listed))
        let bar = FilterBarView(
            path: "/workstreams/\(id)", filter: filter, problem: try filter.read(now: now).problem,
            facets: try await store.facets(of: UpdateFilter(), since: []))
        let view = WorkstreamPageView(
            shell: shell, head: WorkstreamHeadView(section: section, context: context),
            tasks: WorkstreamView(section: section, context: context), bar: bar, isNewest: before == nil,
            updates: try await updates(of: id, filter, before: before, now: now))
        return templates.render(view, with: .workstreamPage)
    }

    private func updates(
        of id: WorkstreamID, _ filter: PageFilter, before: Seq?, now: Timestamp
    ) async throws -> StreamContent {
        guard var updates = try filter.read(now: now).filter else { return StreamContent() }
        updates.workstreamID = id
        return try await StreamReader(store: store, rows: rows.updates, filter: updates, now: now)
            .content(of: .chronological, before: before)
    }
}

/// What the workstream page's template shows.
struct WorkstreamPageView: MustacheParent {
    let shell: ShellView
    let head: WorkstreamHeadView
    let tasks: WorkstreamView
    let bar: FilterBarView
    let isNewest: Bool
    let updates: StreamContent

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "head": head
        case "tasks": tasks
        case "bar": bar
        case "isNewest": isNewest
        case "newest": (isNewest ? nil : bar.filter.link(to: bar.path)).orAbsent
        case "query": FormQuery(items: live.items).text
        case "updates": updates.updates
        case "isEmpty": updates.updates.isEmpty
        case "nothing": bar.filter.isEmpty ? "No update yet." : "No update matches."
        default: older.child(named: name)
        }
    }

    /// What live rows keep to.
    private var live: PageFilter { bar.filter.setting("workstream_id", to: head.section.workstream.id.description) }

    private var older: OlderView {
        bar.filter.older(at: bar.path, before: updates.last, hasOlder: updates.hasOlder)
    }
}
