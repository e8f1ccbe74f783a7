#if PostgreSQL
import MonitorCore

/// What a transaction's updates write, column by column, so that any number is one statement a table.
struct PendingUpdates {
    struct Activity {
        var lastSeq: Seq
        var lastAt: Timestamp
        var lastMessage: String
        var updates: Int64 = 0
        var errors: Int64 = 0
    }

    private var rows: PostgresArray
    private var seqs = PostgresArray(of: .int)
    private var ids = PostgresArray(of: .uuid)
    private var activities: [TaskID: Activity] = [:]
    private var terms: [Term: Int64] = [:]

    init(rowType: PostgresType) { rows = PostgresArray(of: rowType) }

    mutating func add(_ update: Update, _ content: EncodedContent, isLate: Bool, isArchived: Bool) {
        var row = PostgresColumns()
        row.append(.int(update.seq))
        row.append(.id(update.id))
        row.append(.id(update.taskID))
        row.append(.int(update.timestamp.microseconds))
        row.append(.bool(isLate))
        row.append(content.columns)
        rows.append(.row(row))
        seqs.append(.int(update.seq))
        ids.append(.id(update.id))
        for term in update.content.terms where term.dimension != .tag { terms[term, default: 0] += 1 }
        if !isArchived { count(update) }
    }

    private mutating func count(_ update: Update) {
        let (time, excerpt) = (update.timestamp, update.content.excerpt)
        var activity = activities[update.taskID] ?? Activity(lastSeq: 0, lastAt: time, lastMessage: excerpt)
        (activity.lastSeq, activity.lastAt, activity.lastMessage) = (update.seq, time, excerpt)
        activity.updates += 1
        if update.content.level == .error { activity.errors += 1 }
        activities[update.taskID] = activity
    }

    var statements: [PostgresStatement] {
        if rows.count == 0 { return [] }
        return [
            PostgresStatement(PendingUpdates.insertUpdates, [.array(rows)]),
            PostgresStatement(PendingUpdates.insertIDs, [.array(ids), .array(seqs)]),
            taskStatement, termStatement,
        ]
    }

    private static let insertUpdates = """
        INSERT INTO journal (seq, event, id, task_id, timestamp, late, source, author, message, kind, level, tags, data,
            search)
        SELECT seq, 'update', id, task_id, timestamp, late, source, author, message, kind, level, tags, data, search
        FROM unnest($1::new_update[])
        """

    private static let insertIDs = "INSERT INTO update_ids SELECT * FROM unnest($1::uuid[], $2::bigint[])"

    private var taskStatement: PostgresStatement {
        var (ids, seqs, times) = (PostgresArray(of: .uuid), PostgresArray(of: .int), PostgresArray(of: .int))
        var (messages, updates) = (PostgresArray(of: .text), PostgresArray(of: .int))
        var errors = PostgresArray(of: .int)
        for (id, activity) in activities {
            ids.append(.id(id))
            seqs.append(.int(activity.lastSeq))
            times.append(.int(activity.lastAt.microseconds))
            messages.append(.text(activity.lastMessage))
            updates.append(.int(activity.updates))
            errors.append(.int(activity.errors))
        }
        return PostgresStatement(
            """
            UPDATE tasks SET last_seq = a.seq, last_activity_at = a.time, last_message = a.message,
                update_count = update_count + a.updates, error_count = error_count + a.errors
            FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[])
                AS a (id, seq, time, message, updates, errors)
            WHERE tasks.id = a.id
            """, [ids, seqs, times, messages, updates, errors].map { .array($0) })
    }

    private var termStatement: PostgresStatement {
        var (dimensions, texts) = (PostgresArray(of: .int), PostgresArray(of: .text))
        var counts = PostgresArray(of: .int)
        for (term, count) in terms {
            dimensions.append(.int(term.dimension.rawValue))
            texts.append(.text(term.text))
            counts.append(.int(count))
        }
        return PostgresStatement(
            """
            INSERT INTO term_counts SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[])
            ON CONFLICT (dimension, text) DO UPDATE SET count = term_counts.count + excluded.count
            """, [dimensions, texts, counts].map { .array($0) })
    }
}
#endif
