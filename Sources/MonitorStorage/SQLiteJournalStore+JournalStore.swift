package import MonitorCore

extension SQLiteJournalStore: JournalStore {
    package func createWorkstream(_ draft: WorkstreamDraft) async throws -> Workstream {
        try await write { try $0.createWorkstream(draft) }
    }

    package func updateWorkstream(_ id: WorkstreamID, _ patch: WorkstreamPatch) async throws -> Workstream {
        try await write { try $0.updateWorkstream(id, patch) }
    }

    package func workstream(_ id: WorkstreamID) async throws -> Workstream? {
        try await read { try WorkstreamRow.find(id, on: $0) }
    }

    package func workstreams(includeArchived: Bool) async throws -> [Workstream] {
        try await read { try WorkstreamRow.list(includeArchived: includeArchived, on: $0) }
    }

    package func createTask(_ draft: TaskDraft) async throws -> TrackedTask {
        try await write { try $0.createTask(draft) }
    }

    package func updateTask(_ id: TaskID, _ patch: TaskPatch) async throws -> TrackedTask {
        try await write { try $0.updateTask(id, patch) }
    }

    package func deleteTask(_ id: TaskID) async throws {
        try await write { try $0.deleteTask(id) }
    }

    package func task(_ id: TaskID) async throws -> TrackedTask? {
        try await read { try TaskRow.find(id, on: $0) }
    }

    package func tasks(_ ids: Set<TaskID>) async throws -> [TaskID: TrackedTask] {
        try await read { database in
            let tasks = try ids.compactMap { try TaskRow.find($0, on: database) }
            return Dictionary(tasks.map { ($0.id, $0) }) { $1 }
        }
    }

    package func tasks(_ filter: TaskFilter) async throws -> Page<TrackedTask> {
        try await read { try TaskRow.list(filter, on: $0) }
    }

    package func append(_ drafts: [UpdateDraft]) async throws -> [AppendOutcome] {
        let updates = drafts.map(PreparedUpdate.init)
        return try await write(weight: max(1, drafts.count)) { session in try updates.map(session.append) }
    }

    package func record(_ deliveries: [SourceDelivery]) async throws -> [AppendOutcome] {
        try await write(weight: max(1, deliveries.count)) { session in
            try deliveries.map { delivery in
                do {
                    return try session.record(delivery)
                } catch let error as APIError {
                    return .rejected(error)
                }
            }
        }
    }

    package func latestActivity() async throws -> [String: Timestamp] {
        try await read { database in
            let rows = try SQLStatement(
                "SELECT agent, max(last_activity_at) FROM tasks WHERE agent IS NOT NULL GROUP BY agent", on: database
            ).all { ($0.text(0), $0.timestamp(1)) }
            return Dictionary(rows) { max($0, $1) }
        }
    }

    package func ageSessions(_ limits: SilenceLimits) async throws -> Int {
        try await write { try $0.ageSessions(limits) }
    }

    package func deleteUpdate(_ reference: UpdateReference) async throws {
        try await write { try $0.deleteUpdate(reference) }
    }

    package func update(_ reference: UpdateReference) async throws -> Update? {
        try await read { try UpdateRow.find(reference, on: $0) }
    }

    package func updates(_ filter: UpdateFilter) async throws -> Page<Update> {
        try await prepareSearch([filter])
        return try await read { try UpdateQuery.page(of: filter, on: $0) }
    }

    package func updates(_ filters: [UpdateFilter]) async throws -> [Page<Update>] {
        try await prepareSearch(filters)
        return try await read { database in try filters.map { try UpdateQuery.page(of: $0, on: database) } }
    }

    package func facets(of filter: UpdateFilter, since moments: [Timestamp]) async throws -> UpdateFacets {
        try await prepareSearch([filter])
        return try await read { try FacetReader(database: $0).facets(of: filter, since: moments) }
    }

    package func updateCounts(since: Timestamp, through seq: Seq, per step: Duration) async throws -> [UpdateCount] {
        try await read { try UpdateCountReader(database: $0).counts(since: since, through: seq, per: step) }
    }

    package func entries(
        after cursor: Seq, matching filter: StreamFilter, limit: Int
    ) async throws -> EntryPage {
        try await read { try EntryReader(database: $0).page(after: cursor, matching: filter, limit: limit) }
    }

    package func stateChanges(of task: TaskID, before seq: Seq?, limit: Int) async throws -> [JournalEntry] {
        try await read { try EntryReader(database: $0).stateChanges(of: task, before: seq ?? .max, limit: limit) }
    }

    package func bounds() async throws -> JournalBounds {
        try await read { try EntryReader(database: $0).bounds() }
    }

    package func sizeInBytes() async throws -> Int64 {
        try await read { database in
            try SQLStatement(
                "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", on: database
            ).first { $0.int(0) } ?? 0
        }
    }

    /// Asks the writer itself, so that a full disk or a writer that ended is noticed.
    ///
    /// SQLite leaves out an UPDATE to the same values, but always writes the page of this number, which nobody uses.
    package func checkReadiness() async throws {
        try await write { try $0.execute("PRAGMA user_version = 0") }
    }
}
