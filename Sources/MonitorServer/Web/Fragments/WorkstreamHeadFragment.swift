import MonitorCore
import MonitorLive
import MonitorWeb

/// `/fragments/workstreams/:id/head`: what a workstream's own page shows of it, beside its tasks and updates.
struct WorkstreamHeadFragment: Sendable {
    let store: any JournalStore
    let activity: RecentActivity
    let templates: TemplateLibrary
    let rows: RenderedRows<TaskRowView>
    let clock: WallClock

    func render(_ id: WorkstreamID) async throws -> String {
        let view = WorkstreamHeadView(
            section: try await store.section(of: id),
            context: TaskRowContext(now: clock(), activity: activity, rows: rows))
        return templates.render(view, with: .fragmentWorkstream)
    }
}
