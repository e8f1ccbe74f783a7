package import MonitorCore
package import MonitorWeb
import Mustache

/// `/search`: updates of all tasks that match, newest first, and what they can be narrowed to.
///
/// `?before_seq=` goes on with older hits.
package struct SearchPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    static let path = "/search"
    /// Some five screens; older ones are behind a link.
    static let pageSize = 50

    package init(store: any JournalStore, templates: TemplateLibrary, clock: @escaping WallClock) {
        self.store = store
        self.templates = templates
        self.clock = clock
    }

    package func render(_ query: QueryDecoder) async throws -> String {
        let filter = try PageFilter(query)
        let before = try query.seq("before_seq")
        let shell = try await ShellView(
            title: filter.text.isEmpty ? "Search" : filter.text.cut(80), section: .search, script: "page.js",
            reading: store)
        let (updates, problem) = try filter.read(now: clock())
        var found: SearchResult?
        if let updates { found = try await result(of: updates, filter, before: before) }
        return templates.render(
            SearchPageView(shell: shell, filter: filter, result: found, problem: problem), with: .search)
    }

    private func result(of updates: UpdateFilter, _ filter: PageFilter, before: Seq?) async throws -> SearchResult {
        let now = clock()
        var page = updates.newest(SearchPage.pageSize)
        page.beforeSeq = before
        let moments = SearchFacets.ages.map { SearchFacets.moment($0.seconds, before: now) }
        // The longest reading: the hits are read beside it.
        async let counted = store.facets(of: updates, since: moments)
        let found = try await store.updates(page)
        let names = try await store.workstreamNames()
        let hits = try await hits(found.items, updates.search, filter, workstreamNames: names, now: now)
        let facets = try await counted
        return SearchResult(
            hits: hits, facets: SearchFacets(facets: facets, filter: filter, workstreamNames: names).views(now: now),
            total: facets.total, tasks: facets.tasks,
            older: filter.older(
                at: SearchPage.path, before: found.items.last?.seq, hasOlder: found.total > found.items.count))
    }

    private func hits(
        _ updates: [Update], _ search: SearchQuery?, _ filter: PageFilter, workstreamNames: [WorkstreamID: String],
        now: Timestamp
    ) async throws -> [HitView] {
        let highlighter = Highlighter(search)
        let tasks = try await store.tasks(Set(updates.map(\.taskID)))
        return updates.compactMap { update in
            // A task that was purged after its updates were read: so were they.
            tasks[update.taskID].map { task in
                HitView(
                    update, taskName: task.name, workstreamName: workstreamNames[task.workstreamID] ?? "",
                    highlighter: highlighter, filter: filter, now: now)
            }
        }
    }
}

/// What a search has found.
struct SearchResult: MustacheParent {
    let hits: [HitView]
    let facets: [FacetView]
    let total: UpdateFacets.Count
    let tasks: UpdateFacets.Count
    let older: OlderView

    func child(named name: String) -> Any? {
        switch name {
        case "hits": hits
        case "facets": facets
        case "total": "\(total.text) \(total.value == 1 ? "update" : "updates")"
        case "tasks": "in \(tasks.text) \(tasks.value == 1 ? "task" : "tasks")"
        case "isEmpty": hits.isEmpty
        default: older.child(named: name)
        }
    }
}

/// What the search page's template shows.
struct SearchPageView: MustacheParent {
    let shell: ShellView
    let filter: PageFilter
    let result: SearchResult?
    let problem: String?

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "text": filter.text
        case "fields": filter.setting("q", to: nil).items.map(HiddenField.init)
        case "problem": problem.orAbsent
        case "result": result.orAbsent
        case "clear": (filter.isEmpty ? nil : SearchPage.path).orAbsent
        default: nil
        }
    }
}
