import MonitorCore

extension WriteSession {
    /// Stores one update, or says why not; a rejected one has written nothing.
    func append(_ update: PreparedUpdate) throws -> AppendOutcome {
        let draft = update.draft
        guard let task = try reference(to: draft.taskID) else {
            return .rejected(.notFound("task \(draft.taskID)"))
        }
        do {
            if let earlier = try earlierOutcome(draft) { return earlier }
        } catch let error as APIError {
            return .rejected(error)
        }
        return try insert(update, task: task)
    }

    func insert(_ update: PreparedUpdate, task: TaskReference) throws -> AppendOutcome {
        let draft = update.draft
        let time = draft.timestamp ?? clock()
        let seq = nextSeq()
        let id = draft.id ?? UpdateID.make(at: time, using: &random)
        try insertRow(update, seq: seq, id: id, time: time, task: task)
        let terms = try draft.content.terms.map(self.id(of:))
        if let key = draft.idempotencyKey { try statements.insertIdempotencyKey.run([.text(key), .int(seq)]) }
        totals.add(task: task.key, seq: seq, at: time, content: draft.content)
        try addPostings(task: task.key, seq: seq, terms: terms)
        let entry = update.entry(seq: seq, id: id, at: time, in: task.workstreamID)
        entries.append(entry)
        return .stored(seq: seq, json: entry.json)
    }

    func insertRow(
        _ update: PreparedUpdate, seq: Seq, id: UpdateID, time: Timestamp, task: TaskReference
    ) throws {
        let content = update.draft.content
        var row = SQLBinder(statements.insertUpdate.pointer)
        row.int(seq)
        row.id(id)
        row.int(task.key)
        row.int(time.microseconds)
        row.int(time < latestTime ? 1 : 0)
        row.text(content.source)
        row.text(content.author)
        row.text(content.message)
        row.text(content.kind)
        row.text(content.level?.rawValue)
        row.text(utf8: update.tags)
        if let data = content.data { row.text(utf8: data.bytes) } else { row.null() }
        try statements.insertUpdate.finish()
        latestTime = max(latestTime, time)
        unindexed += 1
    }
}
