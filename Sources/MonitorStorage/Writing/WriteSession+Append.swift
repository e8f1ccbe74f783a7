import MonitorCore

/// A draft with all that can be encoded before the writer's turn, so that its thread does only what it must.
struct PreparedUpdate: Sendable {
    let draft: UpdateDraft
    /// The JSON of everything but `seq`, `id` and `timestamp`.
    let json: [UInt8]
    let tags: [UInt8]

    init(_ draft: UpdateDraft) {
        self.draft = draft
        json = draft.content.json(for: draft.taskID)
        tags = JSONWriter.array(draft.content.tags)
    }
}

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
        totals.add(task: task.key, seq: seq, at: time, content: draft.content, terms: terms)
        let json = Update.json(seq: seq, id: id, timestamp: time, rest: update.json)
        entries.append(
            JournalEntry(
                seq: seq, event: .update, keys: .init(draft, workstreamID: task.workstreamID), timestamp: time,
                json: json))
        return .stored(seq: seq, json: json)
    }

    private func insertRow(
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

        var search = SQLBinder(statements.insertSearchRow.pointer)
        search.int(seq)
        search.text(content.message)
        search.text(utf8: update.tags)
        try statements.insertSearchRow.finish()
    }
}

extension UpdateContent {
    /// What the update is found by; each term once.
    var terms: [Term] {
        var terms = [Term(dimension: .source, text: source)]
        if let kind { terms.append(Term(dimension: .kind, text: kind)) }
        if let level { terms.append(Term(dimension: .level, text: level.rawValue)) }
        for tag in tags {
            let term = Term(dimension: .tag, text: tag)
            if !terms.contains(term) { terms.append(term) }
        }
        return terms
    }
}

extension JournalEntry.Keys {
    fileprivate init(_ draft: UpdateDraft, workstreamID: WorkstreamID) {
        let content = draft.content
        self.init(
            taskID: draft.taskID, workstreamID: workstreamID, source: content.source, kind: content.kind,
            level: content.level, tags: content.tags)
    }
}
