import MonitorCore
import Mustache

/// A workstream with the rows of its tasks: what needs a look first, what is done last.
struct WorkstreamView: MustacheParent {
    let workstream: Workstream
    let tasks: [TrackedTask]
    let now: Timestamp
    /// How many tasks that are done with are listed; `nil` for all.
    var quietLimit: Int?

    func child(named name: String) -> Any? {
        switch name {
        case "id": workstream.id.description
        case "name": workstream.name
        case "count": tasks.count
        case "sums": sums
        case "rows": rows.map { TaskRowView(task: $0, now: now) }
        case "more": more.orAbsent
        default: nil
        }
    }

    private var rows: [TrackedTask] {
        let quiet = tasks.filter(\.isQuiet)
        let shown = tasks.filter { !$0.isQuiet } + quiet.newestFirst.prefix(quietLimit ?? quiet.count)
        return shown.sorted { ($0.state, $1.recency) < ($1.state, $0.recency) }
    }

    /// How many tasks are in each state that is worth a word.
    private var sums: [StatusView] {
        let counts = tasks.reduce(into: [StatusView.State: Int]()) { $0[$1.state, default: 0] += 1 }
        return [StatusView.State.waiting, .failed, .working, .stale, .blocked].compactMap { state in
            counts[state].map { StatusView(state, word: "\($0) \(state.rawValue)") }
        }
    }

    private var more: More? {
        guard let quietLimit else { return nil }
        let left = tasks.count(where: \.isQuiet) - quietLimit
        return left > 0 ? More(id: workstream.id, count: left) : nil
    }

    /// When something happened in it last.
    var recency: Timestamp { tasks.map(\.recency).max() ?? workstream.createdAt }

    /// The tasks that are not listed.
    struct More: MustacheParent {
        let id: WorkstreamID
        let count: Int

        func child(named name: String) -> Any? {
            switch name {
            case "id": id.description
            case "text": "\(count) more that are done or cancelled"
            default: nil
            }
        }
    }
}

extension TrackedTask {
    /// What lists are ordered by; a task without updates counts as old as it is.
    var recency: Timestamp { activity.lastAt ?? createdAt }
}

extension [TrackedTask] {
    var newestFirst: [TrackedTask] { sorted { $0.recency > $1.recency } }
}
