import MonitorCore

extension WriteSession {
    func createTask(_ draft: TaskDraft) throws -> TrackedTask {
        guard let workstream = try WorkstreamRow.key(of: draft.workstreamID, on: database) else {
            throw APIError.notFound("workstream \(draft.workstreamID)")
        }
        let now = clock()
        let row = TrackedTask(
            id: .make(at: now, using: &random), workstreamID: draft.workstreamID, name: draft.name,
            metadata: draft.metadata, createdAt: now, updatedAt: now)
        try execute(
            "INSERT INTO tasks (id, workstream, name, status, metadata, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .id(row.id), .int(workstream), .text(row.name), .text(row.status.rawValue), .json(row.metadata),
            .int(now.microseconds), .int(now.microseconds))
        try record(.taskCreated, keys: .init(taskID: row.id, workstreamID: row.workstreamID), json: row.json)
        return row
    }

    func updateTask(_ id: TaskID, _ patch: TaskPatch) throws -> TrackedTask {
        if !totals.tasks.isEmpty { try writeTotals() }
        guard let old = try TaskRow.find(id, on: database) else { throw APIError.notFound("task \(id)") }
        let new = old.applying(patch, at: clock())
        if new == old { return old }
        let isMoved = new.workstreamID != old.workstreamID
        if isMoved { try move(id, to: new.workstreamID) }
        try write(new)
        try record(
            .taskUpdated,
            keys: .init(
                taskID: id, workstreamID: new.workstreamID, previousWorkstreamID: isMoved ? old.workstreamID : nil),
            json: new.json)
        return new
    }

    /// Its updates go with it: a workstream's list is made of its tasks' lists.
    private func move(_ id: TaskID, to workstreamID: WorkstreamID) throws {
        guard let workstream = try WorkstreamRow.key(of: workstreamID, on: database) else {
            throw APIError.notFound("workstream \(workstreamID)")
        }
        try execute("UPDATE tasks SET workstream = ? WHERE id = ?", .int(workstream), .id(id))
        taskCache[id] = nil
    }

    private func write(_ row: TrackedTask) throws {
        try execute(
            """
            UPDATE tasks SET name = ?, status = ?, summary_text = ?, summary_source = ?, summary_updated_at = ?,
                metadata = ?, updated_at = ?, hidden = ?, attention_reason = ?, attention_message = ?,
                attention_since = ? WHERE id = ?
            """,
            .text(row.name), .text(row.status.rawValue), .text(row.summary?.text), .text(row.summary?.source),
            .int(row.summary?.updatedAt.microseconds), .json(row.metadata), .int(row.updatedAt.microseconds),
            .bool(row.hidden), .text(row.attention?.reason.rawValue), .text(row.attention?.message),
            .int(row.attention?.since.microseconds), .id(row.id))
    }
}
