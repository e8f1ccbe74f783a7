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
        let updates = try self.updates(ofTask: task.key)
        for update in updates { try remove(update, task: task) }
        try removeUnusedTerms(of: updates)
        try execute("DELETE FROM state_changes WHERE task_id = ?", .id(id))
        try execute("DELETE FROM task_routes WHERE task = ?", .int(task.key))
        try execute("DELETE FROM tasks WHERE key = ?", .int(task.key))
        taskCache[id] = nil
        routeCache = [:]
        var json = JSONWriter()
        json.member("id", id)
        json.member("workstream_id", task.workstreamID)
        try record(.taskDeleted, keys: .init(taskID: id, workstreamID: task.workstreamID), json: json.finish())
        try finishPurge()
    }

    private func updates(ofTask key: Int64) throws -> [Update] {
        let list = PostingList(term: PostingList.anyTerm, task: key)
        var postings = try MergedPostings([list], in: .all, order: .asc, reader: PostingReader(database: database))
        var updates: [Update] = []
        while let seq = try postings.next() {
            if let update = try UpdateRow.find(.seq(seq), on: database) { updates.append(update) }
        }
        return updates
    }

    private func remove(_ update: Update, task: TaskReference) throws {
        // The index can let go only of what it has.
        try indexForSearch()
        let tags = JSONWriter.array(update.content.tags)
        try execute(
            "INSERT INTO updates_fts (updates_fts, rowid, message, tags) VALUES ('delete', ?, ?, ?)",
            .int(update.seq), .text(update.content.message), .text(String(decoding: tags, as: UTF8.self)))
        try remove(update.seq, from: PostingList(term: PostingList.anyTerm, task: task.key))
        for term in try update.content.terms.map(id(of:)) {
            try remove(update.seq, from: PostingList(term: term, task: PostingList.anyTask))
            try remove(update.seq, from: PostingList(term: term, task: task.key))
        }
        try execute("DELETE FROM updates WHERE seq = ?", .int(update.seq))
        totals.updates -= 1
    }

    /// A term's text is content too: a tag may be what leaked.
    private func removeUnusedTerms(of updates: [Update]) throws {
        for term in Set(updates.flatMap(\.content.terms)) {
            let id = try id(of: term)
            let list = PostingList(term: id, task: PostingList.anyTask)
            if try PostingReader(database: database).length(of: list) > 0 { continue }
            try execute("DELETE FROM terms WHERE id = ?", .int(id))
            termCache[term] = nil
        }
    }

    /// Derives the task's activity anew from the updates that are left.
    private func deriveActivity(ofTask key: Int64) throws {
        let reader = PostingReader(database: database)
        let list = PostingList(term: PostingList.anyTerm, task: key)
        var newest = try MergedPostings([list], in: .all, order: .desc, reader: reader)
        let last = try newest.next().flatMap { try UpdateRow.find(.seq($0), on: database) }
        let errors = PostingList(term: try id(of: Term(dimension: .level, text: Level.error.rawValue)), task: key)
        try execute(
            """
            UPDATE tasks SET last_seq = ?, last_activity_at = ?, last_message = ?, update_count = ?, error_count = ?
            WHERE key = ?
            """,
            .int(last?.seq), .int(last?.timestamp.microseconds),
            .text(last.map(\.content.excerpt)),
            .int(Int64(try reader.length(of: list))), .int(Int64(try reader.length(of: errors))), .int(key))
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
