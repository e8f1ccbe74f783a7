import MonitorCore

extension WriteSession {
    func createWorkstream(_ draft: WorkstreamDraft) throws -> Workstream {
        let now = clock()
        let row = Workstream(
            id: .make(at: now, using: &random), name: draft.name, metadata: draft.metadata, createdAt: now,
            updatedAt: now)
        try execute(
            "INSERT INTO workstreams (id, name, status, metadata, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)",
            .id(row.id), .text(row.name), .text(row.status.rawValue), .json(row.metadata), .int(now.microseconds),
            .int(now.microseconds))
        try record(.workstreamCreated, keys: .init(workstreamID: row.id), json: row.json)
        return row
    }

    func updateWorkstream(_ id: WorkstreamID, _ patch: WorkstreamPatch) throws -> Workstream {
        guard let old = try WorkstreamRow.find(id, on: database) else { throw APIError.notFound("workstream \(id)") }
        let new = old.applying(patch, at: clock())
        if new == old { return old }
        try execute(
            "UPDATE workstreams SET name = ?, status = ?, metadata = ?, updated_at = ? WHERE id = ?",
            .text(new.name), .text(new.status.rawValue), .json(new.metadata), .int(new.updatedAt.microseconds), .id(id))
        try record(.workstreamUpdated, keys: .init(workstreamID: id), json: new.json)
        return new
    }

    /// Writes a state change into the journal.
    func record(_ event: EventName, keys: JournalEntry.Keys, json: [UInt8]) throws {
        let entry = JournalEntry(seq: nextSeq(), event: event, keys: keys, json: json)
        try insert(entry)
        entries.append(entry)
    }

    func insert(_ entry: JournalEntry) throws {
        var row = SQLBinder(statements.insertStateChange.pointer)
        row.int(entry.seq)
        row.text(entry.event.rawValue)
        row.bind(entry.keys.taskID.map(SQLValue.id) ?? .null)
        row.bind(entry.keys.workstreamID.map(SQLValue.id) ?? .null)
        row.bind(entry.keys.previousWorkstreamID.map(SQLValue.id) ?? .null)
        row.text(utf8: entry.json)
        try statements.insertStateChange.finish()
    }
}
