package import MonitorCore
package import MonitorWeb
import Mustache

/// `/dashboard`: what needs a person, then every active workstream with its tasks.
///
/// `?workstream_id=` shows one workstream with all of its tasks.
package struct DashboardPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    /// How many tasks that are done with a workstream lists; the rest is behind a link.
    static let quietLimit = 10

    package init(store: any JournalStore, templates: TemplateLibrary, clock: @escaping WallClock) {
        self.store = store
        self.templates = templates
        self.clock = clock
    }

    package func render(_ query: QueryDecoder) async throws -> String {
        let shell = try await ShellView(
            title: "Dashboard", section: .dashboard, script: "dashboard.js", reading: store)
        let chosen = try await workstream(query.id("workstream_id"))
        let workstreams = try await store.workstreams(includeArchived: false)
        let now = clock()
        let view = DashboardView(
            shell: shell, needs: try await store.needs(now: now), chosen: chosen,
            workstreams: try await sections(of: chosen.map { [$0] } ?? workstreams, isChosen: chosen != nil, now: now))
        return templates.render(view, with: .dashboard)
    }

    private func workstream(_ id: WorkstreamID?) async throws -> Workstream? {
        guard let id else { return nil }
        guard let workstream = try await store.workstream(id) else { throw APIError.notFound("workstream \(id)") }
        return workstream
    }

    /// The workstream where something happened last comes first.
    private func sections(of workstreams: [Workstream], isChosen: Bool, now: Timestamp) async throws
        -> [WorkstreamView]
    {
        var filter = TaskFilter()
        if isChosen { filter.workstreamID = workstreams.first?.id }
        filter.includeArchivedWorkstreams = isChosen
        let tasks = Dictionary(grouping: try await store.tasks(filter).items, by: \.workstreamID)
        return workstreams.map { workstream in
            WorkstreamView(
                workstream: workstream, tasks: tasks[workstream.id] ?? [], now: now,
                quietLimit: isChosen ? nil : DashboardPage.quietLimit)
        }
        .sorted { $0.recency > $1.recency }
    }
}

/// What the dashboard's template shows.
struct DashboardView: MustacheParent {
    let shell: ShellView
    let needs: NeedsView
    let chosen: Workstream?
    let workstreams: [WorkstreamView]

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "needs": needs
        case "chosen": chosen.map { Chosen(name: $0.name) }.orAbsent
        case "isChosen": chosen != nil
        case "workstreams": workstreams
        case "isEmpty": workstreams.isEmpty
        default: nil
        }
    }

    /// The one workstream that is looked at.
    struct Chosen: MustacheParent {
        let name: String

        func child(named name: String) -> Any? { name == "name" ? self.name : nil }
    }
}
