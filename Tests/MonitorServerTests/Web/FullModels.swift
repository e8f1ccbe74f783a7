import MonitorCore
import MonitorLive
import MonitorWeb

@testable import MonitorServer

/// Models in which nothing is absent or empty, so that a walk through a template reaches each of its tags.
struct FullModels {
    let task: TrackedTask
    let workstream: Workstream
    let updates: [Update]
    let now = JournalFixture.now
    private let filter: ThreadFilter
    private let cache: RowCache

    init() throws {
        cache = RowCache(templates: try TemplateLibrary())
        var journal = JournalFixture()
        let index = journal.addTask("Fix tax rounding")
        let data = RawJSON(minified: Array("{\"a\":1}".utf8))
        let large = RawJSON(minified: Array("\"\(String(repeating: "x", count: 20_000))\"".utf8))
        for data in [data, large] {
            journal.addUpdate(
                UpdateContent(
                    source: "claude:1", message: "x", kind: "question", level: .error, tags: ["a"], data: data),
                to: index)
        }
        journal.taskRows[index].attention = .init(reason: .plan, message: "x", since: now)
        journal.taskRows[index].summary = .init(text: "x", source: "manual", updatedAt: now)
        journal.taskRows[index].metadata = data
        journal.taskRows[index].hidden = true
        journal.taskRows[index].agent = "claude-code"
        (journal.taskRows[index].repository, journal.taskRows[index].branch) = ("a/b", "x")
        journal.taskRows[index].checks = .init(state: .failed, name: "x", url: "https://example.org")
        journal.taskRows[index].activity.updateCount = 10
        journal.taskRows[index].agent = "claude-code"
        journal.taskRows[index].repository = "acme/shopfront"
        journal.taskRows[index].branch = "main"
        journal.taskRows[index].checks = .init(state: .failed, name: "test", url: "https://example.com")
        task = journal.taskRows[index]
        journal.workstreamRows[0].metadata = data
        workstream = journal.workstreamRows[0]
        filter = try ThreadFilter(
            taskID: task.id, PageFilter().setting("kind", to: "question").setting("q", to: "x"), now: now)
        updates = journal.updateRows
    }

    var shell: ShellView {
        ShellView(title: "x", section: .stream, script: "x.js", headSeq: 1, needsCount: 1, visitor: visitor)
    }

    private var visitor: Visitor { Visitor(canSignIn: true, isSignedIn: true, name: "x") }

    /// Two sessions, of which one is the reader's own.
    var sessions: SessionsView {
        let session = BrowserSession(
            id: .make(), digest: [1], owner: [1], userAgent: "x", createdAt: now, lastUsedAt: now)
        return SessionsView(
            shell: shell, sessions: [true, false].map { SessionView(session: session, isOwn: $0, now: now) })
    }

    var needs: NeedsView { NeedsView(tasks: [task], workstreamNames: [workstream.id: "x"], now: now) }

    var dashboard: DashboardView {
        DashboardView(
            shell: shell, needs: needs, board: board, context: context, workstreams: [archived, workstream],
            hiddenCount: 1, sources: ["claude-code"])
    }

    var board: Board {
        Board(workstreams: [workstream], tasks: [task] + Array(repeating: done, count: 9), query: context.query)
    }

    var emptyDashboard: DashboardView {
        DashboardView(
            shell: shell, needs: needs, board: Board(workstreams: [], tasks: [], query: DashboardQuery()),
            context: context, workstreams: [], hiddenCount: 0, sources: [])
    }

    var context: TaskRowContext {
        var query = DashboardQuery()
        query.isCompact = true
        var pullRequest = task
        (pullRequest.id, pullRequest.name, pullRequest.agent) = (.make(), "#7 x", "github")
        return TaskRowContext(
            now: now, activity: RecentActivity(), rows: cache.tasks, pullRequests: PullRequests(in: [pullRequest]),
            query: query)
    }

    private var archived: Workstream {
        var archived = workstream
        archived.status = .archived
        return archived
    }

    private var done: TrackedTask {
        var done = task
        (done.id, done.status) = (.make(), .done)
        return done
    }

    /// An archived one, with tasks that are not listed.
    var section: WorkstreamView {
        WorkstreamView(
            section: .init(workstream: archived, tasks: [task, done], listed: [task]), context: context)
    }

    var boardFragment: BoardFragmentView {
        BoardFragmentView(
            rows: context.html(of: [task]), workstreams: [section],
            filters: BoardToolbarView(query: context.query, counts: board.counts, workstreams: [], sources: []))
    }

    var taskView: TaskView {
        TaskView(
            task: task, workstreams: [workstream], request: ThreadSample.permission(1),
            pullRequest: ChipView(
                pullRequest: RawJSON(minified: Array(#"{"number":4,"url":"https://example.com"}"#.utf8))),
            session: "x", now: now)
    }

    private var surroundings: ThreadItemView.Surroundings {
        ThreadSample.surroundings(now: now, calls: cache.calls)
    }

    var taskPage: TaskPageView {
        TaskPageView(
            shell: shell, task: taskView, timeline: timeline,
            thread: ThreadView(
                ThreadSample.window, filter: filter, isNewest: false, surroundings: surroundings),
            filter: FilterFormView(filter, updates: updates))
    }

    var timeline: TimelineView {
        let timeline = Timeline(
            of: task, updates: ThreadSample.window.updates.reversed(), changes: ThreadSample.changes.reversed(),
            span: .all, isCut: false, now: now)
        return TimelineView(taskID: task.id, timeline: timeline, span: .all, isCut: true, oldest: 1, now: now)
    }

    /// Nothing matches the filter.
    var emptyThread: ThreadView {
        ThreadView(
            ThreadWindow(updates: [], changes: [], olderBefore: nil, olderCount: 0), filter: filter, isNewest: false,
            surroundings: surroundings)
    }

    var threadFragment: ThreadFragmentView {
        let items = ThreadItem.items(updates: ThreadSample.window.updates, changes: ThreadSample.window.changes)
        return ThreadFragmentView(
            headSeq: 1, replaces: true, items: items.map { ThreadItemView(item: $0, surroundings: surroundings) })
    }

    func stream(_ view: StreamView) -> StreamPageView {
        StreamPageView(
            shell: shell, bar: filterBar, view: view, isNewest: false,
            content: .init(
                updates: cache.updates.html(of: rows(.stream)),
                sections: [taskSection(view == .lanes ? .lane : .group)], last: 1,
                hasOlder: true))
    }

    var filterBar: FilterBarView {
        let one = UpdateFacets.Count(1, isExact: false)
        return FilterBarView(
            path: "/x", others: [("view", "x")], filter: PageFilter().setting("q", to: "x"), problem: "x",
            facets: UpdateFacets(total: one, tasks: one, kinds: ["question": one]), workstreams: [workstream])
    }

    var workstreamHead: WorkstreamHeadView { WorkstreamHeadView(section: section.section, context: context) }

    var workstreamPage: WorkstreamPageView {
        WorkstreamPageView(
            shell: shell, head: workstreamHead, tasks: section, bar: filterBar, isNewest: false,
            updates: StreamContent(updates: cache.updates.html(of: rows(.stream)), last: 1, hasOlder: true))
    }

    var search: SearchPageView {
        var filter = PageFilter()
        for (name, value) in [("q", "x"), ("kind", "question")] { filter = filter.setting(name, to: value) }
        let one = UpdateFacets.Count(1, isExact: false)
        let facets = UpdateFacets(total: one, tasks: one, kinds: ["question": one])
        let hit = HitView(
            updates[0], taskName: "x", workstreamName: "x", highlighter: Highlighter(SearchQuery("x")), filter: filter,
            now: now)
        let result = SearchResult(
            hits: [hit], facets: SearchFacets(facets: facets, filter: filter, workstreamNames: [:]).views(now: now),
            total: one, tasks: one, older: OlderView(link: "/x?before_seq", before: 1, hasOlder: true))
        return SearchPageView(shell: shell, filter: filter, result: result, problem: "x")
    }

    func rows(_ place: UpdateView.Place) -> [UpdateView] {
        updates.map { UpdateView($0, taskName: "x", place: place, now: now) }
    }

    /// Calls of every kind of tool that the sample has.
    var calls: [ToolUseView] {
        ThreadItem.items(updates: ThreadSample.window.updates, changes: []).flatMap { item in
            guard case .run(let run) = item else { return [ToolUseView]() }
            return run.uses.map { ToolUseView(use: $0, isOpen: true) }
        }
    }

    func taskSection(_ place: UpdateView.Place) -> TaskSectionView {
        TaskSectionView(
            task: task, workstreamName: "x", updates: updates, rows: cache.updates.html(of: rows(place)), place: place,
            now: now)
    }

    var switcher: SwitcherView {
        SwitcherView(text: "x", places: [.task(task, workstreamName: "x"), .workstream(workstream)])
    }

    var tasksFragment: TasksFragmentView {
        TasksFragmentView(
            groups: [taskSection(.group)],
            lanes: [taskSection(.lane)])
    }
}
