import MonitorCore
import Mustache

/// A workstream with the rows of its tasks.
struct WorkstreamView: MustacheParent {
    let section: Board.Section
    let context: TaskRowContext

    func child(named name: String) -> Any? {
        switch name {
        case "id": section.workstream.id.description
        case "name": section.workstream.name
        case "isArchived": section.workstream.status == .archived
        case "count": section.tasks.count
        case "sums": sums
        case "isOpen": !isLazy
        case "isLazy": isLazy
        case "isWithoutTasks": section.tasks.isEmpty && !context.query.isFiltered
        case "rows": context.html(of: section.listed)
        case "more": more.orAbsent
        default: nil
        }
    }

    /// Nothing of it had room on the page: its rows are fetched when it is opened.
    private var isLazy: Bool { section.listed.isEmpty && !section.tasks.isEmpty }

    /// How many tasks are in each state that is worth a word.
    var sums: [StatusView] {
        let counts = section.tasks.reduce(into: [StatusView.State: Int]()) { $0[$1.state, default: 0] += 1 }
        return [StatusView.State.waiting, .failed, .working, .stale, .blocked].compactMap { state in
            counts[state].map { StatusView(state, word: "\($0) \(state.rawValue)") }
        }
    }

    private var more: More? {
        guard section.leftOut > 0 else { return nil }
        let link = context.query.link { $0.workstreamID = section.workstream.id }
        let noun = section.tasks.dropFirst(section.listed.count).allSatisfy(\.isQuiet) ? "done or cancelled" : "tasks"
        return More(link: link, text: "\(section.leftOut) more \(noun)")
    }

    /// The tasks that are not listed.
    struct More: MustacheParent {
        let link: String
        let text: String

        func child(named name: String) -> Any? {
            switch name {
            case "link": link
            case "text": text
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
