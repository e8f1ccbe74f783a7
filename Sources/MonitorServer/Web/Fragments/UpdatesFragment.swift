import MonitorCore
import MonitorWeb
import Mustache

/// `/fragments/updates?after_seq=`: the rows of what came since, newest first.
///
/// A page's filter (`q`, `kind` and so on) limits them.
/// The answer says how far it goes (`data-head-seq`). When more came than it holds, it has the newest and says so
/// (`data-replaces`): the page then begins anew instead of hiding a gap.
struct UpdatesFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    func render(_ query: QueryDecoder) async throws -> String {
        var filter = try PageFilter(query).updateFilter(now: clock()).newest(Limits.maxPageSize)
        filter.afterSeq = try query.seq("after_seq")
        filter.taskID = try query.id("task_id")
        let head = try await store.bounds().head
        let page = try await store.updates(filter)
        let view = UpdatesFragmentView(
            headSeq: head, replaces: page.total > page.items.count,
            rows: try await store.rows(of: page.items, now: clock()))
        return templates.render(view, with: .fragmentUpdates)
    }
}

/// What the fragment's template shows.
struct UpdatesFragmentView: MustacheParent {
    let headSeq: Seq
    let replaces: Bool
    let rows: [UpdateView]

    func child(named name: String) -> Any? {
        switch name {
        case "headSeq": headSeq
        case "replaces": replaces
        case "rows": rows
        default: nil
        }
    }
}
