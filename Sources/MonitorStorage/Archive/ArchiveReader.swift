import GRDB
import MonitorCore

/// Reads a store as a whole.
struct ArchiveReader {
    let database: Database

    func state() throws -> ArchivedState {
        var state = ArchivedState()
        state.workstreams = try WorkstreamRow.list(includeArchived: true, on: database)
        state.tasks = try TaskRow.states("TRUE ORDER BY t.key", [], on: database)
        state.workstreamRoutes = try routes(
            "SELECT r.key, w.id FROM workstream_routes r JOIN workstreams w ON w.key = r.workstream")
        state.taskRoutes = try routes("SELECT r.key, t.id FROM task_routes r JOIN tasks t ON t.key = r.task")
        state.checks = try CheckRunRow.all(on: database)
        state.browserSessions = try BrowserSessionRow.all(on: database)
        return state
    }

    private func routes<Entity>(_ sql: String) throws -> [String: ID<Entity>] {
        let pairs: [(String, ID<Entity>)] = try SQLStatement(sql, on: database).all { ($0.text(0), try $0.id(1)) }
        return Dictionary(pairs) { a, _ in a }
    }

    func entries(after cursor: Seq, limit: Int) throws -> [ArchivedEntry] {
        let values: [SQLValue] = [.int(cursor), .int(Int64(limit))]
        let updates = try SQLStatement("\(UpdateRow.select) WHERE u.seq > ? ORDER BY u.seq LIMIT ?", on: database)
            .all(values) { ArchivedEntry.update(try UpdateRow.read($0)) }
        let changes = try SQLStatement(
            """
            SELECT seq, event, task_id, workstream_id, previous_workstream_id, json FROM state_changes
            WHERE seq > ? ORDER BY seq LIMIT ?
            """, on: database
        ).all(values) { ArchivedEntry.change(try EntryReader.readStateChange($0)) }
        return Array((updates + changes).sorted { $0.seq < $1.seq }.prefix(limit))
    }

    /// In the order of the keys, which is that of the table.
    func keys(after key: String) throws -> [ArchivedKey] {
        try SQLStatement(
            "SELECT key, seq FROM idempotency_keys WHERE key > ? ORDER BY key LIMIT 5000", on: database
        ).all([.text(key)]) { ArchivedKey(key: $0.text(0), seq: $0.int(1)) }
    }
}
