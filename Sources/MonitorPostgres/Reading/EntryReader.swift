#if PostgreSQL
import MonitorCore

/// Reads stretches of the journal: updates and state changes, in the order of seq.
struct EntryReader {
    let connection: PostgresConnection

    func bounds() throws -> JournalBounds {
        let bounds = try connection.execute("SELECT head, pruned_through FROM journal_state").first {
            JournalBounds(oldest: $0.int(1) + 1, head: $0.int(0))
        }
        return bounds ?? JournalBounds(oldest: 1, head: 0)
    }

    /// To be called in a snapshot.
    func page(after cursor: Seq, matching filter: StreamFilter, limit: Int) throws -> EntryPage {
        let head = try bounds().head
        if cursor >= head { return EntryPage(entries: [], cursor: cursor) }
        if filter.isEmpty {
            let all = try entries(PostgresCondition(), after: cursor, limit: limit)
            return EntryPage(merging: [all], limit: limit, head: head)
        }
        var lists: [[JournalEntry]] = []
        if filter.wants(.update) { lists.append(try updates(matching: filter, after: cursor, limit: limit)) }
        if !filter.wantsOnlyUpdates { lists.append(try changes(matching: filter, after: cursor, limit: limit)) }
        return EntryPage(merging: lists, limit: limit, head: head)
    }

    /// What comes next, whatever it is: the statement that each server runs after every commit.
    func next(after cursor: Seq, limit: Int) throws -> [JournalEntry] {
        let sql = "\(EntryReader.select) WHERE j.seq > $1 ORDER BY j.seq LIMIT $2"
        let statement = PostgresStatement(sql, [.int(cursor), .int(Int64(limit))])
        return try connection.pipeline([statement]).first?.map(EntryReader.read) ?? []
    }

    func stateChanges(of task: TaskID, before seq: Seq, limit: Int) throws -> [JournalEntry] {
        try connection.execute(
            """
            \(EntryReader.select) WHERE j.task_id = $1 AND j.seq < $2 AND j.event <> 'update'
                AND j.event IN ('task_created', 'task_updated') ORDER BY j.seq DESC LIMIT $3
            """, [.id(task), .int(seq), .int(Int64(limit))]
        ).map(EntryReader.read)
    }

    private func updates(matching filter: StreamFilter, after cursor: Seq, limit: Int) throws -> [JournalEntry] {
        var condition = PostgresCondition()
        condition.add("j.event = 'update'")
        condition.addUpdates(of: filter)
        return try entries(condition, after: cursor, limit: limit)
    }

    private func changes(matching filter: StreamFilter, after cursor: Seq, limit: Int) throws -> [JournalEntry] {
        var condition = PostgresCondition()
        condition.add("j.event <> 'update'")
        condition.add("j.event", in: filter.events.map(\.rawValue))
        if !filter.taskIDs.isEmpty { condition.add("j.task_id = ANY(?)", .ids(filter.taskIDs)) }
        if !filter.workstreamIDs.isEmpty {
            let place = condition.bind(.ids(filter.workstreamIDs))
            condition.add("(j.workstream_id = ANY(\(place)) OR j.previous_workstream_id = ANY(\(place)))")
        }
        return try entries(condition, after: cursor, limit: limit)
    }

    private func entries(_ condition: PostgresCondition, after cursor: Seq, limit: Int) throws -> [JournalEntry] {
        var condition = condition
        condition.add("j.seq > ?", .int(cursor))
        let place = condition.bind(.int(Int64(limit)))
        return try connection.execute(
            "\(EntryReader.select) WHERE \(condition.sql) ORDER BY j.seq LIMIT \(place)", condition.values
        ).map(EntryReader.read)
    }

    /// An update is where its task is now, and a state change where it happened.
    static let select = """
        SELECT \(UpdateRow.columns), coalesce(j.workstream_id, t.workstream_id), j.event, j.previous_workstream_id, j.json
        FROM journal j LEFT JOIN tasks t ON t.id = j.task_id AND j.event = 'update'
        """

    static func read(_ row: PostgresRow) throws -> JournalEntry {
        let event = try row.oneOf(12, EventName.self)
        if event == .update { return try UpdateRow.read(row).entry(in: row.optionalID(11)) }
        return JournalEntry(
            seq: row.int(0), event: event,
            keys: .init(
                taskID: try row.optionalID(2), workstreamID: try row.optionalID(11),
                previousWorkstreamID: try row.optionalID(13)),
            json: row.array(14))
    }
}
#endif
