import MonitorCore
import Mustache

/// A workstream on its own page: its name and state, its properties, and the forms that change them.
struct WorkstreamHeadView: MustacheParent {
    let section: Board.Section
    let context: TaskRowContext

    func child(named name: String) -> Any? {
        switch name {
        case "id": workstream.id.description
        case "name": workstream.name
        case "maxName": Limits.nameLength
        case "isArchived": isArchived
        case "status": workstream.status.rawValue
        case "otherStatus": (isArchived ? Workstream.Status.active : .archived).rawValue
        case "otherAction": isArchived ? "Take out of the archive" : "Archive"
        case "sums": WorkstreamView(section: section, context: context).sums
        case "taskCount": tasks.count
        case "updateCount": tasks.reduce(0) { $0 + $1.activity.updateCount }.grouped
        case "errors": ErrorsView(tasks.reduce(0) { $0 + $1.activity.errorCount }).orAbsent
        case "lastActivity": tasks.compactMap(\.activity.lastAt).max().map(time).orAbsent
        case "created": time(workstream.createdAt)
        case "metadata": (workstream.metadata == .emptyObject ? nil : workstream.metadata.text).orAbsent
        case "metadataText": workstream.metadata.text
        default: nil
        }
    }

    private var workstream: Workstream { section.workstream }

    private var tasks: [TrackedTask] { section.tasks }

    private var isArchived: Bool { workstream.status == .archived }

    private func time(_ moment: Timestamp) -> TimeView { TimeView(moment, now: context.now, suffix: " ago") }
}

extension JournalStore {
    /// A workstream, also an archived one, with its tasks as the dashboard lists them.
    func section(of id: WorkstreamID) async throws -> Board.Section {
        guard let workstream = try await workstream(id) else { throw APIError.notFound("workstream \(id)") }
        var query = DashboardQuery()
        query.workstreamID = id
        let tasks = try await tasks(query.taskFilter).items
        return Board(workstreams: [workstream], tasks: tasks, query: query).sections.first
            ?? Board.Section(workstream: workstream, tasks: [], listed: [])
    }
}
