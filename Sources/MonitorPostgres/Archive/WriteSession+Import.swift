#if PostgreSQL
import MonitorCore

/// Taking in what another store has archived, with its seqs, ids and times.
extension WriteSession {
    /// A table that is there while an import is under way; a server does not serve such a database.
    func beginImport(_ state: ArchivedState) throws {
        guard try Migrations.isImporting(connection) || head == 0 else {
            throw APIError(.conflict, "the database to copy into holds \(head) entries already; name an empty one")
        }
        try connection.run("SET LOCAL statement_timeout = 0; CREATE TABLE IF NOT EXISTS importing ()")
        for workstream in state.workstreams { try take(workstream) }
        for task in state.tasks { try take(task) }
        for (key, id) in state.workstreamRoutes { try take(key, id, into: "workstream_routes") }
        for (key, id) in state.taskRoutes { try take(key, id, into: "task_routes") }
        for run in state.checks { try CheckRunRow.replace(run, on: connection) }
        try connection.execute("DELETE FROM browser_sessions")
        for session in state.browserSessions { try open(session, limit: .max) }
    }

    private func take(_ key: String, _ id: ID<some Any>, into table: String) throws {
        try connection.execute(
            "INSERT INTO \(table) VALUES ($1, $2, $3) ON CONFLICT (digest) DO NOTHING",
            [.digest(key), .text(key), .id(id)])
    }

    private func take(_ row: Workstream) throws {
        try connection.execute(
            """
            INSERT INTO workstreams (id, name, status, metadata, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING
            """,
            [
                .id(row.id), .text(row.name), .text(row.status.rawValue), .json(row.metadata),
                .int(row.createdAt.microseconds), .int(row.updatedAt.microseconds),
            ])
    }

    private func take(_ state: TrackedState) throws {
        let (row, activity) = (state.task, state.task.activity)
        try connection.execute(
            """
            INSERT INTO tasks (id, workstream_id, name, status, metadata, created_at, updated_at)
            VALUES ($1, $2, '', '', '', $3, 0) ON CONFLICT (id) DO NOTHING
            """, [.id(row.id), .id(row.workstreamID), .int(row.createdAt.microseconds)])
        try write(state)
        try connection.execute(
            """
            UPDATE tasks SET last_seq = $1, last_activity_at = $2, last_message = $3, update_count = $4,
                error_count = $5 WHERE id = $6
            """,
            [
                .int(activity.lastSeq), .int(activity.lastAt?.microseconds), .text(activity.lastMessage),
                .int(Int64(activity.updateCount)), .int(Int64(activity.errorCount)), .id(row.id),
            ])
    }

    func importEntries(_ entries: [ArchivedEntry]) {
        for entry in entries where entry.seq > head {
            head = entry.seq
            switch entry {
            case .update(let update): add(update, EncodedContent(update.content), isArchived: true)
            case .change(let change): add(change)
            }
        }
    }

    func finishImport(_ bounds: JournalBounds) throws {
        head = bounds.head
        try connection.execute("UPDATE journal_state SET pruned_through = $1", [.int(bounds.oldest - 1)])
        try connection.run("DROP TABLE importing")
    }
}
#endif
