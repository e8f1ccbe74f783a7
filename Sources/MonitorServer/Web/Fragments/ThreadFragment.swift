import MonitorCore
import MonitorWeb
import Mustache

/// `/fragments/tasks/:id/thread?after_seq=`: the entries of a thread that came since, newest first.
///
/// The answer says how far it goes (`data-head-seq`). When more came than it holds, it has the newest and says so
/// (`data-replaces`): the page then begins anew instead of hiding a gap.
struct ThreadFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let calls: RenderedRows<ToolUseView>
    let clock: WallClock

    func render(_ id: TaskID, _ query: QueryDecoder) async throws -> String {
        guard try await store.task(id) != nil else { throw APIError.notFound("task \(id)") }
        let filter = try ThreadFilter(taskID: id, PageFilter(query), now: clock())
        let reader = ThreadReader(store: store, filter: filter)
        let head = try await store.bounds().head
        let known = try await reader.window(after: query.seq("after_seq") ?? head)
        let window = if let known { known } else { try await reader.window(before: nil, limit: TaskPage.pageSize) }
        let surroundings = ThreadItemView.Surroundings(
            context: ThreadContext(updates: window.updates, changes: window.changes),
            workstreamNames: try await store.workstreamNames(), now: clock(), calls: calls)
        let items = ThreadItem.items(updates: window.updates, changes: window.changes, folds: filter.folds)
        let view = ThreadFragmentView(
            headSeq: head, replaces: known == nil,
            items: items.map { ThreadItemView(item: $0, surroundings: surroundings) })
        return templates.render(view, with: .fragmentThread)
    }
}

/// What the fragment's template shows.
struct ThreadFragmentView: MustacheParent {
    let headSeq: Seq
    let replaces: Bool
    let items: [ThreadItemView]

    func child(named name: String) -> Any? {
        switch name {
        case "headSeq": headSeq
        case "replaces": replaces
        case "items": items
        default: nil
        }
    }
}
