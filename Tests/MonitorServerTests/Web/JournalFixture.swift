import MonitorCore

/// A journal that can only be read and holds what the test put in.
struct JournalFixture: JournalStore {
    var workstreamRows: [Workstream] = []
    var taskRows: [TrackedTask] = []
    var updateRows: [Update] = []
    var changeRows: [JournalEntry] = []

    static let now = Timestamp(rfc3339: "2026-11-24T14:34:08Z") ?? Timestamp(microseconds: 0)

    static func ago(_ duration: Duration) -> Timestamp { now.advanced(by: .zero - duration) }

    /// Adds a workstream with one task and returns the task's place.
    @discardableResult
    mutating func addTask(_ name: String, workstream: String = "acme/shopfront") -> Int {
        let created = JournalFixture.ago(.seconds(7_200))
        let group = Workstream(id: .make(), name: workstream, createdAt: created, updatedAt: created)
        workstreamRows.append(group)
        taskRows.append(
            TrackedTask(id: .make(), workstreamID: group.id, name: name, createdAt: created, updatedAt: created))
        return taskRows.count - 1
    }

    /// Adds an update to the task and brings the task's activity up to date.
    mutating func addUpdate(_ content: UpdateContent, to index: Int, at time: Timestamp = now) {
        let seq = Seq(updateRows.count + 1)
        updateRows.append(Update(seq: seq, id: .make(), taskID: taskRows[index].id, timestamp: time, content: content))
        taskRows[index].activity = .init(
            lastSeq: seq, lastAt: time, lastMessage: content.message,
            updateCount: taskRows[index].activity.updateCount + 1,
            errorCount: taskRows[index].activity.errorCount + (content.level == .error ? 1 : 0))
    }

    /// Adds updates whose messages are `update 1`, `update 2` and so on.
    mutating func addUpdates(_ count: Int, to index: Int) {
        for _ in 0..<count {
            addUpdate(UpdateContent(source: "claude:1", message: "update \(updateRows.count + 1)"), to: index)
        }
    }

    func workstream(_ id: WorkstreamID) async throws -> Workstream? { workstreamRows.first { $0.id == id } }

    func workstreams(includeArchived: Bool) async throws -> [Workstream] {
        workstreamRows.filter { includeArchived || $0.status == .active }
    }

    func task(_ id: TaskID) async throws -> TrackedTask? { taskRows.first { $0.id == id } }

    func tasks(_ ids: Set<TaskID>) async throws -> [TaskID: TrackedTask] {
        Dictionary(taskRows.filter { ids.contains($0.id) }.map { ($0.id, $0) }) { $1 }
    }

    func tasks(_ filter: TaskFilter) async throws -> Page<TrackedTask> {
        let active = Set(workstreamRows.filter { $0.status == .active }.map(\.id))
        let all = taskRows.filter { task in
            (filter.workstreamID ?? task.workstreamID) == task.workstreamID && (filter.includeHidden || !task.hidden)
                && (filter.branchKeys.isEmpty || filter.branchKeys.contains(task.branchKey ?? ""))
                && (filter.attention ?? (task.attention != nil)) == (task.attention != nil)
                && (filter.includeArchivedWorkstreams || active.contains(task.workstreamID))
                && (filter.statuses.isEmpty || filter.statuses.contains(task.status))
                && (filter.order == .creation || task.activity.lastSeq ?? .max < filter.lastSeqBefore ?? .max)
        }
        let ordered =
            filter.order == .creation
            ? all : all.sorted { $0.activity.lastSeq ?? 0 > $1.activity.lastSeq ?? 0 }
        return Page(items: Array(ordered.prefix(filter.limit ?? all.count)), total: all.count)
    }

    func update(_ reference: UpdateReference) async throws -> Update? { nil }

    func updates(_ filter: UpdateFilter) async throws -> Page<Update> {
        let all = updateRows.filter { matches($0, filter) }
        let ordered = filter.order == .asc ? all : all.reversed()
        return Page(items: Array(ordered.prefix(filter.limit)), total: min(all.count, filter.totalLimit ?? .max))
    }

    func updates(_ filters: [UpdateFilter]) async throws -> [Page<Update>] {
        var pages: [Page<Update>] = []
        for filter in filters { pages.append(try await updates(filter)) }
        return pages
    }

    func facets(of filter: UpdateFilter, since moments: [Timestamp]) async throws -> UpdateFacets {
        let all = updateRows.filter { matches($0, filter) }
        func counts<Key: Hashable>(_ key: (Update) -> Key?) -> [Key: UpdateFacets.Count] {
            Dictionary(grouping: all, by: key).reduce(into: [:]) { counts, group in
                if let key = group.key { counts[key] = .init(group.value.count, isExact: true) }
            }
        }
        var facets = UpdateFacets(
            total: .init(all.count, isExact: true), tasks: .init(Set(all.map(\.taskID)).count, isExact: true),
            sourceFamilies: counts { UpdateContent.family(of: $0.content.source) }, kinds: counts(\.content.kind),
            levels: counts(\.content.level),
            workstreams: counts { update in taskRows.first { $0.id == update.taskID }?.workstreamID })
        for moment in moments {
            facets.since[moment] = .init(all.count { $0.timestamp >= moment }, isExact: true)
        }
        return facets
    }

    /// Words of a search only have to occur.
    private func matches(_ update: Update, _ filter: UpdateFilter) -> Bool {
        let content = update.content
        let family = UpdateContent.family(of: content.source)
        let words = (filter.search?.terms ?? []).map { term in
            switch term {
            case .phrase(let text), .prefix(let text): text
            }
        }
        return (filter.taskID ?? update.taskID) == update.taskID && update.seq > filter.afterSeq ?? 0
            && update.seq < filter.beforeSeq ?? .max && update.timestamp >= filter.since ?? update.timestamp
            && update.timestamp <= filter.until ?? update.timestamp
            && (filter.sources + filter.sourceFamilies).allows(content.source, family)
            && filter.kinds.allows(content.kind) && filter.levels.allows(content.level)
            && (filter.tags.isEmpty || !Set(filter.tags).isDisjoint(with: content.tags))
            && words.allSatisfy { content.message.contains($0) } && isIn(filter.workstreamID, update)
    }

    private func isIn(_ workstream: WorkstreamID?, _ update: Update) -> Bool {
        workstream == nil || taskRows.contains { $0.id == update.taskID && $0.workstreamID == workstream }
    }

    func stateChanges(of task: TaskID, before seq: Seq?, limit: Int) async throws -> [JournalEntry] {
        Array(changeRows.filter { $0.keys.taskID == task && $0.seq < seq ?? .max }.reversed().prefix(limit))
    }

    func bounds() async throws -> JournalBounds { JournalBounds(oldest: 1, head: Seq(updateRows.count)) }

    func checkReadiness() async throws {}
    func entries(after: Seq, matching: StreamFilter, limit: Int) async throws -> EntryPage { throw readOnly }
    func record(_ deliveries: [SourceDelivery]) async throws -> [AppendOutcome] { throw readOnly }
    func latestActivity() async throws -> [String: Timestamp] { [:] }
    func updateCounts(since: Timestamp, through: Seq, per: Duration) async throws -> [UpdateCount] { [] }
    func sizeInBytes() async throws -> Int64 { 0 }
    func ageSessions(_ limits: SilenceLimits) async throws -> Int { throw readOnly }
    func createWorkstream(_ draft: WorkstreamDraft) async throws -> Workstream { throw readOnly }
    func updateWorkstream(_ id: WorkstreamID, _ patch: WorkstreamPatch) async throws -> Workstream { throw readOnly }
    func createTask(_ draft: TaskDraft) async throws -> TrackedTask { throw readOnly }
    func updateTask(_ id: TaskID, _ patch: TaskPatch) async throws -> TrackedTask { throw readOnly }
    func deleteTask(_ id: TaskID) async throws { throw readOnly }
    func append(_ drafts: [UpdateDraft]) async throws -> [AppendOutcome] { throw readOnly }
    func deleteUpdate(_ reference: UpdateReference) async throws { throw readOnly }

    private var readOnly: APIError { APIError(.unavailable, "a fixture is read-only") }
}

extension Array where Element: Equatable {
    /// Nothing wanted allows everything.
    fileprivate func allows(_ values: Element?...) -> Bool { isEmpty || contains { values.contains($0) } }
}
