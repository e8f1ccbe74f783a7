package import Hummingbird
package import MonitorCore
package import MonitorLive
package import MonitorWeb

/// Every page, fragment and asset, one line each.
package struct WebRoutes: Sendable {
    private let dashboard: DashboardPage
    private let task: TaskPage
    private let stream: StreamPage
    private let search: SearchPage
    private let updates: UpdatesFragment
    private let tasks: TasksFragment
    private let taskParts: TaskFragment
    private let taskActions: TaskActionsFragment
    private let board: BoardFragment
    private let thread: ThreadFragment
    private let timeline: TimelineFragment
    private let workstream: WorkstreamFragment
    private let workstreamHead: WorkstreamHeadFragment
    private let workstreamPage: WorkstreamPage
    private let needs: NeedsFragment
    private let switcher: SwitcherFragment

    package init(
        store: any JournalStore, activity: RecentActivity = RecentActivity(), templates: TemplateLibrary,
        clock: @escaping WallClock = { .now }
    ) {
        let rows = RowCache(templates: templates)
        dashboard = DashboardPage(
            store: store, activity: activity, templates: templates, rows: rows.tasks, clock: clock)
        task = TaskPage(store: store, templates: templates, calls: rows.calls, clock: clock)
        stream = StreamPage(store: store, templates: templates, rows: rows.updates, clock: clock)
        search = SearchPage(store: store, templates: templates, clock: clock)
        updates = UpdatesFragment(store: store, rows: rows.updates, clock: clock)
        tasks = TasksFragment(store: store, templates: templates, rows: rows.updates, clock: clock)
        taskParts = TaskFragment(store: store, templates: templates, clock: clock)
        taskActions = TaskActionsFragment(store: store, templates: templates)
        board = BoardFragment(store: store, activity: activity, templates: templates, rows: rows.tasks, clock: clock)
        thread = ThreadFragment(store: store, templates: templates, calls: rows.calls, clock: clock)
        timeline = TimelineFragment(store: store, templates: templates, clock: clock)
        workstream = WorkstreamFragment(
            store: store, activity: activity, templates: templates, rows: rows.tasks, clock: clock)
        workstreamHead = WorkstreamHeadFragment(
            store: store, activity: activity, templates: templates, rows: rows.tasks, clock: clock)
        workstreamPage = WorkstreamPage(
            store: store, activity: activity, templates: templates, rows: rows, clock: clock)
        needs = NeedsFragment(store: store, templates: templates, clock: clock)
        switcher = SwitcherFragment(store: store, templates: templates)
    }

    package func register<Context: RequestContext>(on router: some RouterMethods<Context>) {
        router.get("/") { _, _ in Response.redirect(to: "/dashboard") }
        page("/dashboard", on: router) { try await dashboard.render($1) }
        page("/tasks/:id", on: router) { try await task.render($0.id(), $1) }
        page("/stream", on: router) { try await stream.render($1) }
        page("/search", on: router) { try await search.render($1) }
        page("/workstreams/:id", on: router) { try await workstreamPage.render($0.id(), $1) }
        page("/fragments/updates", on: router) { try await updates.render($1) }
        page("/fragments/tasks", on: router) { try await tasks.render($1) }
        page("/fragments/tasks/:id", on: router) { parameters, _ in try await taskParts.render(parameters.id()) }
        page("/fragments/tasks/:id/actions", on: router) { parameters, _ in
            try await taskActions.render(parameters.id())
        }
        page("/fragments/board", on: router) { try await board.render($1) }
        page("/fragments/tasks/:id/thread", on: router) { try await thread.render($0.id(), $1) }
        page("/fragments/tasks/:id/timeline", on: router) { try await timeline.render($0.id(), $1) }
        page("/fragments/workstreams/:id", on: router) { try await workstream.render($0.id(), $1) }
        page("/fragments/workstreams/:id/head", on: router) { parameters, _ in
            try await workstreamHead.render(parameters.id())
        }
        page("/fragments/needs", on: router) { _, _ in try await needs.render() }
        page("/fragments/switcher", on: router) { try await switcher.render($1) }
        router.get("/assets/:name") { request, context in
            let name = try context.parameters.require("name")
            guard let asset = Asset.named(name) else { throw APIError.notFound("asset '\(name.prefix(100))'") }
            return Response(asset, ifNoneMatch: request.headers[.ifNoneMatch])
        }
    }

    /// HTML made from what the path and the query say.
    private func page<Context: RequestContext>(
        _ path: RouterPath, on router: some RouterMethods<Context>,
        render: @escaping @Sendable (Parameters, QueryDecoder) async throws -> String
    ) {
        router.get(path) { request, context in
            Response(html: try await render(context.parameters, request.pageQuery()))
        }
    }
}
