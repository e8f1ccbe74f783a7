import GRDB
import MonitorCore

/// Reads stretches of the journal: updates and state changes, merged by seq.
struct EntryReader {
    let database: Database

    func bounds() throws -> JournalBounds {
        let row = try SQLStatement("SELECT head, pruned_through FROM journal_state", on: database)
            .first { JournalBounds(oldest: $0.int(1) + 1, head: $0.int(0)) }
        return row ?? JournalBounds(oldest: 1, head: 0)
    }

    func page(after cursor: Seq, matching filter: StreamFilter, limit: Int) throws -> EntryPage {
        let head = try bounds().head
        let range = SeqRange(after: cursor, before: head + 1)
        if range.isEmpty { return EntryPage(entries: [], cursor: cursor) }
        let updates = try updates(in: range, matching: filter, limit: limit)
        let changes = try stateChanges(in: range, matching: filter, limit: limit)
        return EntryPage(merging: [updates, changes], limit: limit, head: head)
    }

    private func updates(in range: SeqRange, matching filter: StreamFilter, limit: Int) throws -> [JournalEntry] {
        guard filter.wants(.update), let selection = try UpdateSelection(filter, seqs: range, on: database) else {
            return []
        }
        return try UpdateQuery(selection, on: database).rows(order: .asc, limit: limit, UpdateRow.readEntry)
    }

    private func stateChanges(in range: SeqRange, matching filter: StreamFilter, limit: Int) throws -> [JournalEntry] {
        if filter.wantsOnlyUpdates { return [] }
        let list = EntryReader.stateChangeList(filter, in: range)
        let read = try SQLStatement(
            "SELECT seq, event, task_id, workstream_id, previous_workstream_id, json FROM state_changes WHERE seq = ?",
            on: database)
        let seqs = try SQLStatement(list.sql, on: database)
        seqs.bind(list.values)
        defer { seqs.reset() }
        var entries: [JournalEntry] = []
        while entries.count < limit, try seqs.step() {
            let entry = try read.first([.int(SQLRow(pointer: seqs.pointer).int(0))], EntryReader.readStateChange)
            if let entry, filter.matches(entry) { entries.append(entry) }
        }
        return entries
    }

    /// Walks the index of a task's changes from its end.
    static let stateChangesOfTask = """
        SELECT seq, event, task_id, workstream_id, previous_workstream_id, json FROM state_changes
        WHERE task_id = ? AND seq < ? AND event IN ('task_created', 'task_updated') ORDER BY seq DESC LIMIT ?
        """

    func stateChanges(of task: TaskID, before seq: Seq, limit: Int) throws -> [JournalEntry] {
        try SQLStatement(EntryReader.stateChangesOfTask, on: database)
            .all([.id(task), .int(seq), .int(Int64(limit))], EntryReader.readStateChange)
    }

    /// The seqs to look at; `filter.matches` has the last word.
    static func stateChangeList(_ filter: StreamFilter, in range: SeqRange) -> (sql: String, values: [SQLValue]) {
        let byTask = filter.taskIDs.map { ("task_id = ?", SQLValue.id($0)) }
        let byWorkstream = filter.workstreamIDs.flatMap {
            [("workstream_id = ?", SQLValue.id($0)), ("previous_workstream_id = ?", SQLValue.id($0))]
        }
        let lists = byTask.isEmpty ? byWorkstream : byTask
        if lists.isEmpty {
            return ("SELECT seq FROM state_changes WHERE seq > ? AND seq < ? ORDER BY seq", range.values)
        }
        return (
            lists.map { "SELECT seq FROM state_changes WHERE \($0.0) AND seq > ? AND seq < ?" }
                .joined(separator: " UNION ") + " ORDER BY seq",
            lists.flatMap { [$0.1] + range.values }
        )
    }

    static func readStateChange(_ row: SQLRow) throws -> JournalEntry {
        JournalEntry(
            seq: row.int(0), event: try row.oneOf(1, EventName.self),
            keys: .init(
                taskID: try row.optionalID(2), workstreamID: try row.optionalID(3),
                previousWorkstreamID: try row.optionalID(4)),
            json: row.bytes(5))
    }
}
