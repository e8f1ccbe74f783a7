import MonitorCore
import MonitorWeb

/// `/fragments/workstreams/:id`: an active workstream's section of the dashboard.
struct WorkstreamFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    func render(_ id: WorkstreamID) async throws -> String {
        guard let section = try await store.section(of: id, now: clock()) else {
            throw APIError.notFound("active workstream \(id)")
        }
        return templates.render(section, with: .workstream)
    }
}
