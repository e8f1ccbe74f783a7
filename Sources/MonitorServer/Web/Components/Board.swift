import MonitorCore

/// Which tasks a dashboard shows under which workstreams: decided from the rows alone, so that a page of any store has
/// a bounded size.
struct Board {
    /// A workstream with those of its tasks that are listed.
    struct Section {
        let workstream: Workstream
        /// All that match, listed or not.
        let tasks: [TrackedTask]
        let listed: [TrackedTask]
        /// What is behind a link or is fetched when the section is opened.
        var leftOut: Int { tasks.count - listed.count }
    }

    /// Some 2 KB each: with the heads of 50 workstreams the page stays under 300 KB.
    static let rowLimit = 90
    /// With more the others of the page would be far down.
    static let sectionLimit = 30
    /// Tasks that are done with, of each workstream.
    static let quietLimit = 5

    let query: DashboardQuery
    let sections: [Section]
    /// How many tasks are in each state, whatever state is asked for.
    let counts: [StatusView.State: Int]

    /// The workstream where something happened last comes first.
    init(workstreams: [Workstream], tasks: [TrackedTask], query: DashboardQuery) {
        self.query = query
        let fromSource = tasks.filter(query.matchesSource)
        counts = fromSource.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
        let matching = query.state.map { state in fromSource.filter { $0.state == state } } ?? fromSource
        let groups = Dictionary(grouping: matching, by: \.workstreamID)
        let shown =
            query.isFiltered && query.workstreamID == nil
            ? workstreams.filter { groups[$0.id] != nil } : workstreams
        let recent = shown.map { (workstream: $0, tasks: groups[$0.id] ?? []) }
            .map { (group: $0, recency: $0.tasks.map(\.recency).max() ?? $0.workstream.createdAt) }
            .sorted { $0.recency > $1.recency }
        sections = Board.fill(recent.map(\.group), query)
    }

    /// Lists tasks until the page is full; the sections after that are closed ones.
    private static func fill(_ groups: [(workstream: Workstream, tasks: [TrackedTask])], _ query: DashboardQuery)
        -> [Section]
    {
        var room = rowLimit
        let limit = query.workstreamID == nil ? sectionLimit : rowLimit
        return groups.map { group in
            let listed = listed(group.tasks, query, limit: min(limit, room))
            room -= listed.count
            return Section(workstream: group.workstream, tasks: group.tasks, listed: listed)
        }
    }

    /// Few of those that are done with, unless they are what is asked for; then as many of all as there is room for.
    private static func listed(_ tasks: [TrackedTask], _ query: DashboardQuery, limit: Int) -> [TrackedTask] {
        // Nothing has room any more in most sections of a large board.
        if limit == 0 { return [] }
        let isWhole = query.workstreamID != nil || query.state != nil
        let quiet = isWhole ? [] : tasks.filter(\.isQuiet).newestFirst.dropFirst(quietLimit).map(\.id)
        let leftOut = Set(quiet)
        return Array(tasks.filter { !leftOut.contains($0.id) }.sorted(by: query.orders).prefix(limit))
    }
}
