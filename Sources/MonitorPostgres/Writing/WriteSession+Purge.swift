#if PostgreSQL
import MonitorCore

/// Removing what should never have been stored: from the tables, the index, the totals and the journal's copies.
///
/// The rows are gone for every reader at once; PostgreSQL's files, its log and its replicas hold the bytes until they
/// are vacuumed and recycled (docs/deployment/postgres.md).
extension WriteSession {
    func deleteUpdate(_ reference: UpdateReference) throws {
        try flush()
        guard let update = try UpdateRow.find(reference, on: connection) else { throw APIError.notFound("update") }
        guard let workstream = try workstream(of: update.taskID) else { return }
        try remove([update])
        try connection.execute("DELETE FROM journal WHERE seq = $1", [.int(update.seq)])
        try deriveActivity(of: update.taskID)
        try scrubLastMessage(seq: update.seq, taskID: update.taskID)
        var json = JSONWriter()
        json.member("seq", update.seq)
        json.member("id", update.id)
        json.member("task_id", update.taskID)
        record(.updateDeleted, keys: .init(taskID: update.taskID, workstreamID: workstream), json: json.finish())
    }

    func deleteTask(_ id: TaskID) throws {
        try flush()
        guard let workstream = try workstream(of: id) else { throw APIError.notFound("task \(id)") }
        try remove(
            connection.execute("\(UpdateRow.select) WHERE j.task_id = $1 AND j.event = 'update'", [.id(id)])
                .map(UpdateRow.read))
        for table in ["journal", "task_routes"] {
            try connection.execute("DELETE FROM \(table) WHERE task_id = $1", [.id(id)])
        }
        try connection.execute("DELETE FROM tasks WHERE id = $1", [.id(id)])
        tasks[id] = nil
        var json = JSONWriter()
        json.member("id", id)
        json.member("workstream_id", workstream)
        record(.taskDeleted, keys: .init(taskID: id, workstreamID: workstream), json: json.finish())
    }

    /// Takes updates out of what is kept beside the journal; a term's text is content too.
    private func remove(_ updates: [Update]) throws {
        countRemoved(updates.count)
        for update in updates { ids[update.id] = nil }
        try connection.execute("DELETE FROM update_ids WHERE id = ANY($1)", [.ids(updates.map(\.id))])
        var terms: [Term: Int64] = [:]
        for term in updates.flatMap(\.content.terms) where term.dimension != .tag { terms[term, default: 0] += 1 }
        for (term, count) in terms {
            let values: [PostgresValue] = [.int(term.dimension.rawValue), .text(term.text)]
            try connection.execute(
                "UPDATE term_counts SET count = count - $3 WHERE dimension = $1 AND text = $2", values + [.int(count)])
        }
        if !terms.isEmpty { try connection.execute("DELETE FROM term_counts WHERE count <= 0") }
    }

    /// Derives the task's activity anew from the updates that are left.
    private func deriveActivity(of id: TaskID) throws {
        let last = try connection.execute(
            "\(UpdateRow.select) WHERE j.task_id = $1 AND j.event = 'update' ORDER BY j.seq DESC LIMIT 1", [.id(id)]
        ).first(UpdateRow.read)
        try connection.execute(
            """
            UPDATE tasks SET last_seq = $2, last_activity_at = $3, last_message = $4,
                update_count = (SELECT count(*) FROM journal WHERE task_id = $1 AND event = 'update'),
                error_count = (SELECT count(*) FROM journal WHERE task_id = $1 AND event = 'update' AND level = 'error')
            WHERE id = $1
            """,
            [
                .id(id), .int(last?.seq), .int(last?.timestamp.microseconds), .text(last?.content.excerpt),
            ])
    }

    /// State changes carry the task as it was, its last message too.
    private func scrubLastMessage(seq: Seq, taskID: TaskID) throws {
        let rows = try connection.execute(
            "SELECT seq, json FROM journal WHERE task_id = $1 AND event <> 'update' AND json LIKE $2",
            [.id(taskID), .text("%\"last_seq\":\(seq)%")]
        ).map { ($0.int(0), $0.json(1)) }
        for (change, json) in rows {
            guard let object = json.value.object, object["last_seq"]?.int == seq else { continue }
            try connection.execute(
                "UPDATE journal SET json = $1 WHERE seq = $2",
                [.utf8(object.json(without: "last_message")), .int(change)])
        }
    }
}
#endif
