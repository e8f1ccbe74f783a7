import MonitorCore

/// How many tasks a view of the stream shows side by side, and how many updates of each.
struct SectionLayout {
    let place: UpdateView.Place
    let taskCount: Int
    let updateCount: Int

    static let grouped = SectionLayout(place: .group, taskCount: 20, updateCount: 5)
    /// A lane holds about one screen more than it shows.
    static let lanes = SectionLayout(place: .lane, taskCount: 12, updateCount: 30)
}

/// Reads the newest updates of tasks: of each its own, so that a busy task does not push out a quiet one.
struct TaskSectionReader {
    let store: any JournalStore
    let layout: SectionLayout
    let now: Timestamp

    func sections(of tasks: [TrackedTask]) async throws -> [TaskSectionView] {
        let names = Dictionary(try await store.workstreams(includeArchived: true).map { ($0.id, $0.name) }) { $1 }
        var sections: [TaskSectionView] = []
        for task in tasks {
            var filter = UpdateFilter.newest(layout.updateCount)
            filter.taskID = task.id
            sections.append(
                TaskSectionView(
                    task: task, workstreamName: names[task.workstreamID] ?? "",
                    updates: try await store.updates(filter).items, place: layout.place, now: now))
        }
        return sections
    }
}

extension JournalStore {
    /// The updates as rows of the stream, each with its task's name.
    func rows(of updates: [Update], now: Timestamp) async throws -> [UpdateView] {
        var names: [TaskID: String] = [:]
        for id in Set(updates.map(\.taskID)) { names[id] = try await task(id)?.name }
        return updates.compactMap { update in
            // A task that was purged after its updates were read: so were they.
            names[update.taskID].map { UpdateView(update, taskName: $0, place: .stream, now: now) }
        }
    }
}
