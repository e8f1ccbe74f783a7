#if PostgreSQL
import MonitorCore

/// Reads a store as a whole; in a snapshot.
struct ArchiveReader {
    let connection: PostgresConnection

    func state() throws -> ArchivedState {
        var state = ArchivedState()
        state.workstreams = try WorkstreamRow.list(includeArchived: true, on: connection)
        state.tasks = try TaskRow.states("true ORDER BY t.key", [], on: connection)
        state.workstreamRoutes = try routes("SELECT key, workstream_id FROM workstream_routes")
        state.taskRoutes = try routes("SELECT key, task_id FROM task_routes")
        state.checks = try CheckRunRow.all(on: connection)
        state.browserSessions = try BrowserSessionRow.all(on: connection)
        return state
    }

    private func routes<Entity>(_ sql: String) throws -> [String: ID<Entity>] {
        let pairs: [(String, ID<Entity>)] = try connection.execute(sql).map { ($0.text(0), try $0.id(1)) }
        return Dictionary(pairs) { a, _ in a }
    }

    func entries(after cursor: Seq, limit: Int) throws -> [ArchivedEntry] {
        try connection.execute(
            "\(EntryReader.select) WHERE j.seq > $1 ORDER BY j.seq LIMIT $2", [.int(cursor), .int(Int64(limit))]
        ).map { row in
            let isUpdate = try row.oneOf(12, EventName.self) == .update
            return isUpdate ? .update(try UpdateRow.read(row)) : .change(try EntryReader.read(row))
        }
    }

    /// In the order of the digests; `nil` at the end.
    func keys(after digest: [UInt8]) throws -> (keys: [ArchivedKey], last: [UInt8])? {
        let rows = try connection.execute(
            "SELECT key, seq, digest FROM idempotency_keys WHERE digest > $1 ORDER BY digest LIMIT 5000",
            [.bytes(digest)]
        ).map { (ArchivedKey(key: $0.text(0), seq: $0.int(1)), $0.array(2)) }
        return rows.last.map { (rows.map(\.0), $0.1) }
    }
}
#endif
