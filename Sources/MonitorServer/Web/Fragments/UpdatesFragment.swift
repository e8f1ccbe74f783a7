import MonitorCore
import MonitorWeb

/// `/fragments/updates?after_seq=`: the rows of what came since, newest first.
///
/// A page's filter (`q`, `kind` and so on) limits them.
/// The answer says how far it goes (`data-head-seq`). When more came than it holds, it has the newest and says so
/// (`data-replaces`): the page then begins anew instead of hiding a gap.
struct UpdatesFragment: Sendable {
    let store: any JournalStore
    let rows: RenderedRows<UpdateView>
    let clock: WallClock

    func render(_ query: QueryDecoder) async throws -> String {
        var filter = try PageFilter(query).updateFilter(now: clock()).newest(Limits.maxPageSize)
        filter.afterSeq = try query.seq("after_seq")
        filter.taskID = try query.id("task_id")
        let head = try await store.bounds().head
        let page = try await store.updates(filter)
        let html = rows.html(of: try await store.rows(of: page.items, now: clock())).renderText
        let replaces = page.total > page.items.count ? " data-replaces" : ""
        return "<ol data-head-seq=\"\(head)\"\(replaces)>\n\(html)</ol>\n"
    }
}
