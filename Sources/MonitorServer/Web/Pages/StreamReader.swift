import MonitorCore

/// Reads what a view of the stream shows; how much that is does not depend on how much is stored.
struct StreamReader {
    let store: any JournalStore
    let rows: RenderedRows<UpdateView>
    let filter: UpdateFilter
    let now: Timestamp

    /// Some four screens; older ones are behind a link.
    static let pageSize = 100
    /// As many updates that match are put under their tasks.
    private static let groupedCount = 300

    func content(of view: StreamView, before: Seq?) async throws -> StreamContent {
        switch view {
        case .chronological: try await rows(before: before)
        case .grouped: try await sections(.grouped, before: before)
        case .lanes: try await sections(.lanes, before: before)
        }
    }

    private func rows(before: Seq?) async throws -> StreamContent {
        var filter = filter.newest(StreamReader.pageSize)
        filter.beforeSeq = before
        let page = try await store.updates(filter)
        return StreamContent(
            updates: rows.html(of: try await store.rows(of: page.items, now: now)),
            last: page.items.last?.seq, hasOlder: page.total > page.items.count)
    }

    private func sections(_ layout: SectionLayout, before: Seq?) async throws -> StreamContent {
        filter.narrowsTasks
            ? try await matchingSections(layout, before: before) : try await taskSections(layout, before: before)
    }

    /// The tasks where something happened last, and on the first page those that need somebody ahead of them.
    private func taskSections(_ layout: SectionLayout, before: Seq?) async throws -> StreamContent {
        var recent = tasks(layout)
        recent.lastSeqBefore = before
        let page = try await store.tasks(recent)
        var waiting = tasks(layout)
        waiting.attention = true
        let first = before == nil ? try await store.tasks(waiting).items : []
        let reader = TaskSectionReader(store: store, rows: rows, layout: layout, now: now, filter: filter)
        return StreamContent(
            sections: try await reader.sections(of: first + page.items.filter { $0.attention == nil }),
            last: page.items.last?.activity.lastSeq, hasOlder: page.total > page.items.count)
    }

    private func tasks(_ layout: SectionLayout) -> TaskFilter {
        var tasks = TaskFilter()
        (tasks.order, tasks.limit, tasks.statuses) = (.activity, layout.taskCount, layout.statuses)
        tasks.workstreamID = filter.workstreamID
        return tasks
    }

    /// The tasks of the newest updates that match.
    private func matchingSections(_ layout: SectionLayout, before: Seq?) async throws -> StreamContent {
        var newest = filter.newest(StreamReader.groupedCount)
        newest.beforeSeq = before
        let page = try await store.updates(newest)
        let reader = TaskSectionReader(store: store, rows: rows, layout: layout, now: now, filter: filter)
        let sections = try await reader.sections(of: page.items)
        return StreamContent(
            sections: sections.filter(\.waits) + sections.filter { !$0.waits }, last: page.items.last?.seq,
            hasOlder: page.total > page.items.count)
    }
}
