import MonitorCore
import MonitorWeb
import Mustache

/// `/fragments/needs`: the band of tasks that need a person, and their count for the bar.
struct NeedsFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    func render() async throws -> String {
        let needs = try await store.needs(now: clock())
        return templates.render(NeedsFragmentView(needs: needs), with: .fragmentNeeds)
    }
}

extension JournalStore {
    /// What needs a person now.
    func needs(now: Timestamp) async throws -> NeedsView {
        NeedsView(
            tasks: try await tasks(.needingAPerson).items, workstreamNames: try await workstreamNames(), now: now)
    }
}

/// What the fragment's template shows.
struct NeedsFragmentView: MustacheParent {
    let needs: NeedsView

    func child(named name: String) -> Any? {
        switch name {
        case "count": NeedsCountView(count: needs.needs.count)
        case "needs": needs
        default: nil
        }
    }
}
