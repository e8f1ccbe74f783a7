#if PostgreSQL
import MonitorCore

extension WriteSession {
    /// Stores one update, or says why not; a rejected one has written nothing.
    func append(_ update: PreparedUpdate, _ content: EncodedContent) throws -> AppendOutcome {
        let draft = update.draft
        guard let workstream = try workstream(of: draft.taskID) else {
            return .rejected(.notFound("task \(draft.taskID)"))
        }
        do {
            if let earlier = try earlierOutcome(draft) { return earlier }
        } catch let error as APIError {
            return .rejected(error)
        }
        return insert(update, content, in: workstream)
    }

    func insert(_ update: PreparedUpdate, _ content: EncodedContent, in workstream: WorkstreamID) -> AppendOutcome {
        let draft = update.draft
        let time = draft.timestamp ?? clock()
        let seq = nextSeq()
        let id = draft.id ?? UpdateID.make(at: time, using: &random)
        add(Update(seq: seq, id: id, taskID: draft.taskID, timestamp: time, content: draft.content), content)
        if draft.id != nil { ids[id] = seq }
        if let key = draft.idempotencyKey { remember(key, seq: seq) }
        let entry = update.entry(seq: seq, id: id, at: time, in: workstream)
        publish(entry)
        return .stored(seq: seq, json: entry.json)
    }

    /// Where a task is; `nil` where there is none.
    func workstream(of task: TaskID) throws -> WorkstreamID? {
        if let known = tasks[task] { return known }
        let found: WorkstreamID? = try connection.execute(
            "SELECT workstream_id FROM tasks WHERE id = $1", [.id(task)]
        ).first { try $0.id(0) }
        tasks[task] = found
        return found
    }

    /// The first update's outcome if this one came before; throws a conflict if its key was used for another one.
    private func earlierOutcome(_ draft: UpdateDraft) throws -> AppendOutcome? {
        if let key = draft.idempotencyKey, let seq = keys[key] {
            return try compare(draft, with: seq, name: "Idempotency-Key '\(key)'")
        }
        if let id = draft.id, let seq = ids[id] { return try compare(draft, with: seq, name: "id '\(id)'") }
        return nil
    }

    private func compare(_ draft: UpdateDraft, with seq: Seq, name: String) throws -> AppendOutcome {
        try flush()
        guard let earlier = try UpdateRow.find(.seq(seq), on: connection) else {
            throw APIError(.conflict, "the update with \(name) was deleted")
        }
        guard draft.isSame(as: earlier) else {
            throw APIError(.conflict, "\(name) was used for another update (seq \(seq)); a new update wants a new one")
        }
        return .repeated(seq: seq, json: earlier.json)
    }
}
#endif
