#if PostgreSQL
package import MonitorCore

extension PostgresJournalStore {
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
        let tasks = try await read { try TaskRow.find(ids, on: $0) }
        return Dictionary(tasks.map { ($0.id, $0) }) { $1 }
    }

    package func tasks(_ filter: TaskFilter) async throws -> Page<TrackedTask> {
        try await readSnapshot { try TaskRow.list(filter, on: $0) }
    }

    package func append(_ drafts: [UpdateDraft]) async throws -> [AppendOutcome] {
        let updates = drafts.map { (PreparedUpdate($0), EncodedContent($0.content)) }
        return try await write(weight: max(1, drafts.count), lookups: WriteLookups(drafts)) { session in
            try updates.map(session.append)
        }
    }

    package func record(_ deliveries: [SourceDelivery]) async throws -> [AppendOutcome] {
        try await write(weight: max(1, deliveries.count), lookups: WriteLookups(deliveries)) { session in
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
        try await read { connection in
            let rows = try connection.execute(
                "SELECT agent, max(last_activity_at) FROM tasks WHERE agent IS NOT NULL GROUP BY agent"
            ).map { ($0.text(0), $0.timestamp(1)) }
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
        try await readSnapshot { try UpdateQuery.page(of: filter, on: $0) }
    }

    package func updates(_ filters: [UpdateFilter]) async throws -> [Page<Update>] {
        try await readSnapshot { connection in try filters.map { try UpdateQuery.page(of: $0, on: connection) } }
    }

    package func facets(of filter: UpdateFilter, since moments: [Timestamp]) async throws -> UpdateFacets {
        try await readSnapshot { try FacetReader(connection: $0).facets(of: filter, since: moments) }
    }

    package func updateCounts(since: Timestamp, through seq: Seq, per step: Duration) async throws -> [UpdateCount] {
        let length = Timestamp(microseconds: 0).advanced(by: step).microseconds
        return try await read { connection in
            try connection.execute(
                """
                SELECT task_id, timestamp / $1, count(*) FROM journal
                WHERE event = 'update' AND timestamp >= $2 AND seq <= $3 AND (late OR NOT late) GROUP BY 1, 2
                """, [.int(length), .int(since.microseconds), .int(seq)]
            ).map { UpdateCount(taskID: try $0.id(0), step: $0.int(1), count: Int($0.int(2))) }
        }
    }

    package func entries(
        after cursor: Seq, matching filter: StreamFilter, limit: Int
    ) async throws -> EntryPage {
        try await readSnapshot { try EntryReader(connection: $0).page(after: cursor, matching: filter, limit: limit) }
    }

    package func stateChanges(of task: TaskID, before seq: Seq?, limit: Int) async throws -> [JournalEntry] {
        try await read { try EntryReader(connection: $0).stateChanges(of: task, before: seq ?? .max, limit: limit) }
    }

    package func bounds() async throws -> JournalBounds {
        try await read { try EntryReader(connection: $0).bounds() }
    }

    package func sizeInBytes() async throws -> Int64 {
        try await read { try $0.execute("SELECT pg_database_size(current_database())").first { $0.int(0) } ?? 0 }
    }

    /// Asks the writer itself, so that a lock that is never let go or a replica that cannot write is noticed.
    package func checkReadiness() async throws {
        try await write { session in
            let mode = try session.connection.execute("SELECT current_setting('transaction_read_only')").first {
                $0.text(0)
            }
            if mode != "off" { throw APIError(.unavailable, "the database is read-only") }
        }
    }
}
#endif
