import MonitorCore

/// Removing what should never have been stored: from the tables, the search index, the totals and the journal's copies.
///
/// SQLite overwrites what it deletes (`secure_delete`), and the writer empties the WAL afterwards.
extension WriteSession {
    func deleteUpdate(_ reference: UpdateReference) throws {
        try writeTotals()
        guard let update = try UpdateRow.find(reference, on: database) else { throw APIError.notFound("update") }
        guard let task = try self.reference(to: update.taskID) else { return }
        try remove(update, task: task)
        try removeUnusedTerms(of: [update])
        try deriveActivity(ofTask: task.key)
        try scrubLastMessage(seq: update.seq, taskID: update.taskID)
        var json = JSONWriter()
        json.member("seq", update.seq)
        json.member("id", update.id)
        json.member("task_id", update.taskID)
        try record(
            .updateDeleted, keys: .init(taskID: update.taskID, workstreamID: task.workstreamID), json: json.finish())
        try finishPurge()
    }

    func deleteTask(_ id: TaskID) throws {
        try writeTotals()
        guard let task = try reference(to: id) else { throw APIError.notFound("task \(id)") }
        let updates = try SQLStatement("\(UpdateRow.select) WHERE u.task = ?", on: database)
            .all([.int(task.key)], UpdateRow.read)
        for update in updates { try remove(update, task: task) }
        try removeUnusedTerms(of: updates)
        try execute("DELETE FROM state_changes WHERE task_id = ?", .id(id))
        try execute("DELETE FROM tasks WHERE key = ?", .int(task.key))
        taskCache[id] = nil
        var json = JSONWriter()
        json.member("id", id)
        json.member("workstream_id", task.workstreamID)
        try record(
            .taskDeleted, keys: .init(taskID: id, workstreamID: task.workstreamID), json: json.finish())
        try finishPurge()
    }

    private func remove(_ update: Update, task: TaskReference) throws {
        let tags = JSONWriter.array(update.content.tags)
        try execute(
            "INSERT INTO updates_fts (updates_fts, rowid, message, tags) VALUES ('delete', ?, ?, ?)",
            .int(update.seq), .text(update.content.message), .text(String(decoding: tags, as: UTF8.self)))
        for term in try update.content.terms.map(id(of:)) {
            try execute("DELETE FROM update_terms WHERE term = ? AND seq = ?", .int(term), .int(update.seq))
            try execute(
                "DELETE FROM task_update_terms WHERE task = ? AND term = ? AND seq = ?", .int(task.key), .int(term),
                .int(update.seq))
            totals.terms[.init(term: term, task: 0), default: 0] -= 1
            totals.terms[.init(term: term, task: task.key), default: 0] -= 1
        }
        try execute("DELETE FROM updates WHERE seq = ?", .int(update.seq))
        totals.updates -= 1
    }

    /// A term's text is content too: a tag may be what leaked.
    private func removeUnusedTerms(of updates: [Update]) throws {
        try writeTotals()
        for term in Set(updates.flatMap(\.content.terms)) {
            let id = try id(of: term)
            let isUsed = try SQLStatement("SELECT 1 FROM update_terms WHERE term = ? LIMIT 1", on: database)
                .first([.int(id)]) { _ in true }
            if isUsed == true { continue }
            try execute("DELETE FROM term_counts WHERE term = ?", .int(id))
            try execute("DELETE FROM terms WHERE id = ?", .int(id))
            termCache[term] = nil
        }
    }

    /// Derives the task's activity anew from the updates that are left.
    private func deriveActivity(ofTask key: Int64) throws {
        try execute(
            """
            UPDATE tasks SET (last_seq, last_activity_at, last_message) =
                (SELECT seq, timestamp, substr(message, 1, \(TaskReference.lastMessageLength)) FROM updates
                    WHERE task = ?1 ORDER BY seq DESC LIMIT 1),
                update_count = (SELECT count(*) FROM updates WHERE task = ?1),
                error_count = (SELECT count(*) FROM task_update_terms WHERE task = ?1 AND term = ?2)
            WHERE key = ?1
            """, .int(key), .int(try id(of: Term(dimension: .level, text: Level.error.rawValue))))
    }

    /// State changes carry the task as it was, its last message too.
    private func scrubLastMessage(seq: Seq, taskID: TaskID) throws {
        try execute(
            """
            UPDATE state_changes SET json = json_remove(json, '$.last_message')
            WHERE task_id = ? AND json_extract(json, '$.last_seq') = ?
            """, .id(taskID), .int(seq))
    }

    /// Rewrites the search index without what was deleted: until then its old segments hold the words.
    private func finishPurge() throws {
        try execute("INSERT INTO updates_fts (updates_fts) VALUES ('optimize')")
        markPurged()
    }
}
