import MonitorCore

/// How many tasks a view of the stream shows side by side, and how many updates of each.
struct SectionLayout {
    let place: UpdateView.Place
    let taskCount: Int
    let updateCount: Int
    /// Tasks of any status where it is empty.
    let statuses: [TrackedTask.Status]

    static let grouped = SectionLayout(place: .group, taskCount: 20, updateCount: 5, statuses: [])
    /// A lane holds somewhat more than it shows; what is done needs none.
    static let lanes = SectionLayout(
        place: .lane, taskCount: 12, updateCount: 20, statuses: [.active, .blocked])
}

/// Reads the newest updates of tasks: of each its own, so that a busy task does not push out a quiet one.
struct TaskSectionReader {
    let store: any JournalStore
    let rows: RenderedRows<UpdateView>
    let layout: SectionLayout
    let now: Timestamp
    var filter = UpdateFilter()

    /// A section for each task that has updates which the filter wants.
    func sections(of tasks: [TrackedTask]) async throws -> [TaskSectionView] {
        let names = try await store.workstreamNames()
        let pages = try await store.updates(
            tasks.map { task in
                var filter = filter.newest(layout.updateCount)
                filter.taskID = task.id
                return filter
            })
        return zip(tasks, pages).filter { !$1.items.isEmpty }.map { task, page in
            section(task, page.items, workstreamName: names[task.workstreamID])
        }
    }

    /// The updates under their tasks, each with its newest; the task of the newest update comes first.
    func sections(of updates: [Update]) async throws -> [TaskSectionView] {
        let names = try await store.workstreamNames()
        let byTask = Dictionary(grouping: updates, by: \.taskID)
        let tasks = try await store.tasks(Set(byTask.keys))
        var (sections, seen): ([TaskSectionView], Set<TaskID>) = ([], [])
        for id in updates.map(\.taskID) where seen.insert(id).inserted && sections.count < layout.taskCount {
            guard let task = tasks[id], !task.hidden else { continue }
            let newest = (byTask[id] ?? []).prefix(layout.updateCount)
            sections.append(section(task, Array(newest), workstreamName: names[task.workstreamID]))
        }
        return sections
    }

    private func section(_ task: TrackedTask, _ updates: [Update], workstreamName: String?) -> TaskSectionView {
        let place = layout.place
        return TaskSectionView(
            task: task, workstreamName: workstreamName ?? "", updates: updates,
            rows: rows.html(of: updates.map { UpdateView($0, place: place, now: now) }), place: place, now: now,
            isFiltered: filter.narrowsTasks)
    }
}

extension UpdateFilter {
    /// True where it wants some updates of a task and not others.
    var narrowsTasks: Bool {
        var filter = self
        filter.workstreamID = nil
        return filter != UpdateFilter()
    }

    /// The same, newest first; that there are more than so many is all that is counted.
    func newest(_ count: Int) -> UpdateFilter {
        var filter = self
        (filter.order, filter.limit, filter.totalLimit) = (.desc, count, count + 1)
        return filter
    }
}

extension JournalStore {
    func workstreamNames() async throws -> [WorkstreamID: String] {
        Dictionary(try await workstreams(includeArchived: true).map { ($0.id, $0.name) }) { $1 }
    }

    /// The updates as rows of the stream, each with its task's name.
    func rows(of updates: [Update], now: Timestamp) async throws -> [UpdateView] {
        let tasks = try await tasks(Set(updates.map(\.taskID)))
        return updates.compactMap { update in
            // A task that was purged after its updates were read: so were they.
            tasks[update.taskID].map { UpdateView(update, taskName: $0.name, place: .stream, now: now) }
        }
    }
}
