import MonitorCore

/// What a dashboard's URL asks for; a link to another state of the page changes one part of it.
struct DashboardQuery: Equatable {
    enum Sort: String, CaseIterable {
        /// What needs a look first.
        case state
        /// What changed last first.
        case updated
        case name
        /// What is newest first.
        case created
    }

    var state: StatusView.State?
    var workstreamID: WorkstreamID?
    /// The name of an agent or a forge.
    var source: String?
    var sort: Sort = .state
    var isCompact = false
    var includesHidden = false
    var includesArchived = false

    init() {}

    init(_ query: QueryDecoder) throws {
        state = try query.oneOf("status", StatusView.State.self)
        workstreamID = try query.id("workstream_id")
        source = try query.text("source")
        sort = try query.oneOf("sort", Sort.self) ?? .state
        isCompact = try query.bool("compact") ?? false
        includesHidden = try query.bool("include_hidden") ?? false
        includesArchived = try query.bool("include_archived") ?? false
    }

    /// True where some tasks may be left out that a plain dashboard lists.
    var isFiltered: Bool { state != nil || workstreamID != nil || source != nil }

    /// The page's address after a change.
    func link(_ change: (inout DashboardQuery) -> Void = { _ in }) -> String {
        var query = self
        change(&query)
        let text = query.form.text
        return text.isEmpty ? "/dashboard" : "/dashboard?\(text)"
    }

    /// Without what is so by default.
    var form: FormQuery {
        let items: [(name: String, value: String?)] = [
            ("status", state?.rawValue), ("workstream_id", workstreamID?.description), ("source", source),
            ("sort", sort == .state ? nil : sort.rawValue), ("compact", isCompact ? "true" : nil),
            ("include_hidden", includesHidden ? "true" : nil), ("include_archived", includesArchived ? "true" : nil),
        ]
        return FormQuery(items: items.compactMap { item in item.value.map { (item.name, $0) } })
    }
}

extension DashboardQuery {
    /// The tasks to read; the state and the source are looked at afterwards, since the filters count all of them.
    var taskFilter: TaskFilter {
        var filter = TaskFilter()
        filter.workstreamID = workstreamID
        filter.includeHidden = includesHidden
        filter.includeArchivedWorkstreams = includesArchived || workstreamID != nil
        return filter
    }

    func matches(_ task: TrackedTask) -> Bool {
        (state == nil || task.state == state) && matchesSource(task)
    }

    func matchesSource(_ task: TrackedTask) -> Bool { source == nil || task.agent == source }

    /// True where `a` is listed before `b`.
    func orders(_ a: TrackedTask, before b: TrackedTask) -> Bool {
        switch sort {
        case .state: (a.state, b.recency) < (b.state, a.recency)
        case .updated: a.recency > b.recency
        case .name: (a.name, a.createdAt) < (b.name, b.createdAt)
        case .created: a.createdAt > b.createdAt
        }
    }
}
