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
        try insert(TrackedState(task: row, tracking: TaskTracking()), workstream: workstream)
        return row
    }

    /// Writes a new task into a workstream, which is named by its key.
    func insert(_ state: TrackedState, workstream: Int64) throws {
        let row = state.task
        try execute(
            "INSERT INTO tasks (id, workstream, name, status, metadata, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .id(row.id), .int(workstream), .text(row.name), .text(row.status.rawValue), .json(row.metadata),
            .int(row.createdAt.microseconds), .int(row.updatedAt.microseconds))
        if state.tracking != TaskTracking() { try write(state) }
        try record(.taskCreated, keys: .init(taskID: row.id, workstreamID: row.workstreamID), json: row.json)
    }

    func updateTask(_ id: TaskID, _ patch: TaskPatch) throws -> TrackedTask {
        if !totals.tasks.isEmpty { try writeTotals() }
        guard let old = try TaskRow.state(of: id, on: database) else { throw APIError.notFound("task \(id)") }
        let new = TrackedState(
            task: old.task.applying(patch, at: clock()), tracking: old.tracking.applying(patch))
        if new == old { return old.task }
        if new.task.workstreamID != old.task.workstreamID { try move(id, to: new.task.workstreamID) }
        try write(new)
        if new.task != old.task { try recordUpdate(of: new.task, from: old.task) }
        return new.task
    }

    func recordUpdate(of new: TrackedTask, from old: TrackedTask) throws {
        let isMoved = new.workstreamID != old.workstreamID
        try record(
            .taskUpdated,
            keys: .init(
                taskID: new.id, workstreamID: new.workstreamID,
                previousWorkstreamID: isMoved ? old.workstreamID : nil),
            json: new.json)
    }

    /// Its updates go with it: a workstream's list is made of its tasks' lists.
    private func move(_ id: TaskID, to workstreamID: WorkstreamID) throws {
        guard let workstream = try WorkstreamRow.key(of: workstreamID, on: database) else {
            throw APIError.notFound("workstream \(workstreamID)")
        }
        try execute("UPDATE tasks SET workstream = ? WHERE id = ?", .int(workstream), .id(id))
        taskCache[id] = nil
    }

    /// Writes all of a task but its workstream and what is derived from its updates.
    func write(_ state: TrackedState) throws {
        let row = state.task
        try execute(
            """
            UPDATE tasks SET name = ?, status = ?, summary_text = ?, summary_source = ?, summary_updated_at = ?,
                metadata = ?, updated_at = ?, hidden = ?, agent_state = ?, attention_reason = ?,
                attention_message = ?, attention_since = ?, agent = ?, repository = ?, branch = ?, branch_key = ?,
                checks = ?, tracking = ? WHERE id = ?
            """,
            .text(row.name), .text(row.status.rawValue), .text(row.summary?.text), .text(row.summary?.source),
            .int(row.summary?.updatedAt.microseconds), .json(row.metadata), .int(row.updatedAt.microseconds),
            .bool(row.hidden), .text(row.agentState?.rawValue), .text(row.attention?.reason.rawValue),
            .text(row.attention?.message), .int(row.attention?.since.microseconds), .text(row.agent),
            .text(row.repository), .text(row.branch), .text(row.branchKey),
            .text(row.checks.map { String(decoding: $0.json, as: UTF8.self) }),
            .text(String(decoding: state.tracking.json, as: UTF8.self)), .id(row.id))
    }
}
