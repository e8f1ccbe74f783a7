import MonitorCore

/// Taking in what another store has archived, with its seqs, ids and times.
extension WriteSession {
    /// A table that is there while an import is under way; `JournalDatabase` opens such a file for nothing else.
    func beginImport(_ state: ArchivedState) throws {
        let isBegun =
            try SQLStatement("SELECT 1 FROM sqlite_master WHERE name = 'importing'", on: database)
            .first { _ in true } ?? false
        guard isBegun || head == 0 else {
            throw APIError(.conflict, "the store to copy into holds \(head) entries already; name a new one")
        }
        try execute("CREATE TABLE IF NOT EXISTS importing (begun INTEGER) STRICT")
        for workstream in state.workstreams { try take(workstream) }
        for task in state.tasks { try take(task) }
        for (key, id) in state.workstreamRoutes {
            try execute(
                "REPLACE INTO workstream_routes (key, workstream) SELECT ?, key FROM workstreams WHERE id = ?",
                .text(key), .id(id))
        }
        for (key, id) in state.taskRoutes {
            try execute(
                "REPLACE INTO task_routes (key, task) SELECT ?, key FROM tasks WHERE id = ?", .text(key), .id(id))
        }
        for run in state.checks { try CheckRunRow.replace(run, in: self) }
        try execute("DELETE FROM browser_sessions")
        for session in state.browserSessions { try open(session, limit: .max) }
    }

    private func take(_ row: Workstream) throws {
        try execute(
            """
            INSERT INTO workstreams (id, name, status, metadata, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """,
            .id(row.id), .text(row.name), .text(row.status.rawValue), .json(row.metadata),
            .int(row.createdAt.microseconds), .int(row.updatedAt.microseconds))
    }

    private func take(_ state: TrackedState) throws {
        let (row, activity) = (state.task, state.task.activity)
        try execute(
            """
            INSERT INTO tasks (id, workstream, name, status, metadata, created_at, updated_at)
            SELECT ?, key, '', '', '', ?, 0 FROM workstreams WHERE id = ? ON CONFLICT (id) DO NOTHING
            """, .id(row.id), .int(row.createdAt.microseconds), .id(row.workstreamID))
        try write(state)
        try execute(
            """
            UPDATE tasks SET last_seq = ?, last_activity_at = ?, last_message = ?, update_count = ?, error_count = ?
            WHERE id = ?
            """,
            .int(activity.lastSeq), .int(activity.lastAt?.microseconds), .text(activity.lastMessage),
            .int(Int64(activity.updateCount)), .int(Int64(activity.errorCount)), .id(row.id))
    }

    func importEntries(_ entries: [ArchivedEntry]) throws {
        for entry in entries {
            guard entry.seq > head else { continue }
            head = entry.seq
            switch entry {
            case .update(let update): try take(update)
            case .change(let change): try insert(change)
            }
        }
    }

    private func take(_ update: Update) throws {
        guard let task = try reference(to: update.taskID) else {
            throw APIError(.internalError, "the update \(update.seq) has no task")
        }
        let draft = UpdateDraft(id: update.id, taskID: update.taskID, content: update.content)
        try insertRow(PreparedUpdate(draft), seq: update.seq, id: update.id, time: update.timestamp, task: task)
        try addPostings(task: task.key, seq: update.seq, terms: update.content.terms.map(id(of:)))
    }

    func finishImport(_ bounds: JournalBounds) throws {
        head = bounds.head
        try execute("UPDATE journal_state SET pruned_through = ?", .int(bounds.oldest - 1))
        try execute("DROP TABLE importing")
    }
}
