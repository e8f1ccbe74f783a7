#if PostgreSQL
import MonitorCore

extension WriteSession {
    func createTask(_ draft: TaskDraft) throws -> TrackedTask {
        guard try WorkstreamRow.find(draft.workstreamID, on: connection) != nil else {
            throw APIError.notFound("workstream \(draft.workstreamID)")
        }
        let now = clock()
        let row = TrackedTask(
            id: .make(at: now, using: &random), workstreamID: draft.workstreamID, name: draft.name,
            metadata: draft.metadata, createdAt: now, updatedAt: now)
        try insert(TrackedState(task: row, tracking: TaskTracking()))
        return row
    }

    func insert(_ state: TrackedState) throws {
        let row = state.task
        try connection.execute(
            """
            INSERT INTO tasks (id, workstream_id, name, status, metadata, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(row.id), .id(row.workstreamID), .text(row.name), .text(row.status.rawValue), .json(row.metadata),
                .int(row.createdAt.microseconds), .int(row.updatedAt.microseconds),
            ])
        if state.tracking != TaskTracking() { try write(state) }
        tasks[row.id] = row.workstreamID
        record(.taskCreated, keys: .init(taskID: row.id, workstreamID: row.workstreamID), json: row.json)
    }

    func updateTask(_ id: TaskID, _ patch: TaskPatch) throws -> TrackedTask {
        try flush()
        guard let old = try TaskRow.state(of: id, on: connection) else { throw APIError.notFound("task \(id)") }
        let new = TrackedState(
            task: old.task.applying(patch, at: clock()), tracking: old.tracking.applying(patch))
        if new == old { return old.task }
        if new.task.workstreamID != old.task.workstreamID { try move(id, to: new.task.workstreamID) }
        try write(new)
        if new.task != old.task { recordUpdate(of: new.task, from: old.task) }
        return new.task
    }

    func recordUpdate(of new: TrackedTask, from old: TrackedTask) {
        let isMoved = new.workstreamID != old.workstreamID
        record(
            .taskUpdated,
            keys: .init(
                taskID: new.id, workstreamID: new.workstreamID,
                previousWorkstreamID: isMoved ? old.workstreamID : nil),
            json: new.json)
    }

    /// Its updates go with it: which workstream they are in is asked of their task.
    private func move(_ id: TaskID, to workstream: WorkstreamID) throws {
        guard try WorkstreamRow.find(workstream, on: connection) != nil else {
            throw APIError.notFound("workstream \(workstream)")
        }
        try connection.execute("UPDATE tasks SET workstream_id = $1 WHERE id = $2", [.id(workstream), .id(id)])
        tasks[id] = workstream
    }

    /// Writes all of a task but its workstream and what is derived from its updates.
    func write(_ state: TrackedState) throws {
        let row = state.task
        try connection.execute(
            """
            UPDATE tasks SET name = $1, status = $2, summary_text = $3, summary_source = $4, summary_updated_at = $5,
                metadata = $6, updated_at = $7, hidden = $8, agent_state = $9, attention_reason = $10,
                attention_message = $11, attention_since = $12, agent = $13, repository = $14, branch = $15,
                branch_key = $16, checks = $17, tracking = $18 WHERE id = $19
            """,
            [
                .text(row.name), .text(row.status.rawValue), .text(row.summary?.text), .text(row.summary?.source),
                .int(row.summary?.updatedAt.microseconds), .json(row.metadata), .int(row.updatedAt.microseconds),
                .bool(row.hidden), .text(row.agentState?.rawValue), .text(row.attention?.reason.rawValue),
                .text(row.attention?.message), .int(row.attention?.since.microseconds), .text(row.agent),
                .text(row.repository), .text(row.branch), .text(row.branchKey),
                row.checks.map { .utf8($0.json) } ?? .null(.text), .utf8(state.tracking.json), .id(row.id),
            ])
    }
}
#endif
