import MonitorCore
import MonitorLive
import MonitorWeb
import Mustache

/// `/dashboard`: what needs a person, then the workstreams with their tasks.
struct DashboardPage: Sendable {
    let store: any JournalStore
    let activity: RecentActivity
    let templates: TemplateLibrary
    let rows: RenderedRows<TaskRowView>
    let clock: WallClock

    func render(_ query: QueryDecoder) async throws -> String {
        let query = try DashboardQuery(query)
        let shell = try await ShellView(
            title: "Dashboard", section: .dashboard, script: "dashboard.js", reading: store)
        let now = clock()
        // Read beside the tasks of the board, which take longest.
        async let needs = store.needs(now: now)
        async let hiddenCount = store.hiddenTaskCount()
        let all = try await store.workstreams(includeArchived: true)
        let tasks = try await store.tasks(query.taskFilter).items
        let board = Board(workstreams: try all.shown(by: query), tasks: tasks, query: query)
        let context = TaskRowContext(
            now: now, activity: activity, rows: rows,
            pullRequests: try await store.pullRequests(for: board.sections.flatMap(\.listed)), query: query)
        let view = DashboardView(
            shell: shell, needs: try await needs, board: board, context: context, workstreams: all,
            hiddenCount: try await hiddenCount, sources: Set(tasks.compactMap(\.agent)).sorted())
        return templates.render(view, with: .dashboard)
    }
}

extension [Workstream] {
    /// Those that the dashboard asks for.
    func shown(by query: DashboardQuery) throws -> [Workstream] {
        guard let id = query.workstreamID else {
            return query.includesArchived ? self : filter { $0.status == .active }
        }
        guard let workstream = first(where: { $0.id == id }) else { throw APIError.notFound("workstream \(id)") }
        return [workstream]
    }
}

extension JournalStore {
    /// How many tasks lists leave out because somebody hid them.
    fileprivate func hiddenTaskCount() async throws -> Int {
        var filter = TaskFilter()
        filter.limit = 1
        let listed = try await tasks(filter).total
        filter.includeHidden = true
        return try await tasks(filter).total - listed
    }
}

/// What the dashboard's template shows.
struct DashboardView: MustacheParent {
    let shell: ShellView
    let needs: NeedsView
    let board: Board
    let context: TaskRowContext
    /// Archived ones too.
    let workstreams: [Workstream]
    let hiddenCount: Int
    let sources: [String]

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "needs": needs
        case "toolbar":
            BoardToolbarView(query: query, counts: board.counts, workstreams: active, sources: sources)
        case "query": query.form.text
        case "isCompact": query.isCompact
        case "workstreams": board.sections.map { WorkstreamView(section: $0, context: context) }
        case "nothing": nothing.orAbsent
        case "more": more
        case "isEmpty": workstreams.isEmpty
        default: nil
        }
    }

    private var query: DashboardQuery { context.query }
    private var active: [Workstream] { workstreams.filter { $0.status == .active } }

    private var nothing: String? {
        if !board.sections.isEmpty || workstreams.isEmpty { return nil }
        return query.isFiltered ? "No task matches these filters." : "All workstreams are archived."
    }

    /// What the page leaves out, and the way back.
    private var more: [MoreView] {
        let archivedCount = workstreams.count - active.count
        let archived = MoreView(
            "i-archive", archivedCount, "archived workstream", isShown: query.includesArchived,
            link: query.link { $0.includesArchived.toggle() })
        let hidden = MoreView(
            "i-hide", hiddenCount, "hidden task", isShown: query.includesHidden,
            link: query.link { $0.includesHidden.toggle() })
        return [archived, hidden].compactMap { $0 }
    }

    /// A way to what is left out, or back.
    struct MoreView: MustacheParent {
        let icon: String
        let text: String
        let link: String

        init?(_ icon: String, _ count: Int, _ noun: String, isShown: Bool, link: String) {
            if count == 0 && !isShown { return nil }
            self.icon = icon
            self.link = link
            text = isShown ? "Leave out \(noun)s" : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }

        func child(named name: String) -> Any? {
            switch name {
            case "icon": icon
            case "text": text
            case "link": link
            default: nil
            }
        }
    }
}
