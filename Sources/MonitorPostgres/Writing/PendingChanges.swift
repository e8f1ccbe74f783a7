#if PostgreSQL
import MonitorCore

/// State changes of a transaction, column by column.
struct PendingChanges {
    private var seqs = PostgresArray(of: .int)
    private var events = PostgresArray(of: .text)
    private var tasks = PostgresArray(of: .uuid)
    private var workstreams = PostgresArray(of: .uuid)
    private var previousWorkstreams = PostgresArray(of: .uuid)
    private var rows = PostgresArray(of: .text)

    mutating func add(_ entry: JournalEntry) {
        let keys = entry.keys
        seqs.append(.int(entry.seq))
        events.append(.text(entry.event.rawValue))
        tasks.append(.id(keys.taskID))
        workstreams.append(.id(keys.workstreamID))
        previousWorkstreams.append(.id(keys.previousWorkstreamID))
        rows.append(.utf8(entry.json))
    }

    var statements: [PostgresStatement] {
        if seqs.count == 0 { return [] }
        return [
            PostgresStatement(
                """
                INSERT INTO journal (seq, event, task_id, workstream_id, previous_workstream_id, json)
                SELECT * FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[])
                """, [seqs, events, tasks, workstreams, previousWorkstreams, rows].map { .array($0) })
        ]
    }
}
#endif
