import MonitorCore
import MonitorWeb
import Mustache

/// `/fragments/switcher?q=`: the tasks and workstreams whose names have all of the words, the latest first.
struct SwitcherFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary

    /// More than fit the screen are found by another letter.
    private static let limit = 20

    func render(_ query: QueryDecoder) async throws -> String {
        let text = try query.text("q") ?? ""
        let workstreams = try await store.workstreams(includeArchived: false)
        let tasks = try await store.tasks(TaskFilter()).items
        let found = SwitcherFragment.matches(NameQuery(text), workstreams, tasks).prefix(SwitcherFragment.limit)
        return templates.render(SwitcherView(text: text, places: Array(found)), with: .switcher)
    }

    static func matches(_ query: NameQuery, _ workstreams: [Workstream], _ tasks: [TrackedTask]) -> [SwitcherView.Place]
    {
        let names = Dictionary(workstreams.map { ($0.id, $0.name) }) { $1 }
        let latest = Dictionary(tasks.map { ($0.workstreamID, $0.recency) }) { max($0, $1) }
        let groups = workstreams.filter { query.matches($0.name) }.map { workstream in
            (latest[workstream.id] ?? workstream.createdAt, SwitcherView.Place.workstream(workstream))
        }
        let rows = tasks.filter { query.matches($0.name) }.map { task in
            (task.recency, SwitcherView.Place.task(task, workstreamName: names[task.workstreamID] ?? ""))
        }
        return (rows + groups).sorted { $0.0 > $1.0 }.map(\.1)
    }
}

/// Words that a name must have, wherever they stand and however they are written.
struct NameQuery {
    private let words: [Substring]

    init(_ text: String) { words = text.lowercased().split(whereSeparator: \.isWhitespace) }

    func matches(_ name: String) -> Bool {
        if words.isEmpty { return true }
        let name = name.lowercased()
        return words.allSatisfy { name.contains($0) }
    }
}
