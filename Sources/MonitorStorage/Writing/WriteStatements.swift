import GRDB

/// The statements of the hot path, prepared once for the writer's life.
struct WriteStatements {
    let begin, commit, rollback: SQLStatement
    let findTask, findUpdateByID, findIdempotencyKey, findTerm: SQLStatement
    let insertUpdate, indexForSearch, insertTerm, insertPostings: SQLStatement
    let insertIdempotencyKey, insertStateChange: SQLStatement
    let addToTask, setPostingList, setHead: SQLStatement

    init(_ database: Database) throws {
        func prepare(_ sql: String) throws -> SQLStatement { try SQLStatement(sql, on: database) }
        begin = try prepare("BEGIN IMMEDIATE")
        commit = try prepare("COMMIT")
        rollback = try prepare("ROLLBACK")
        findTask = try prepare(
            "SELECT t.key, w.id FROM tasks t JOIN workstreams w ON w.key = t.workstream WHERE t.id = ?")
        findUpdateByID = try prepare("SELECT seq FROM updates WHERE id = ?")
        findIdempotencyKey = try prepare("SELECT seq FROM idempotency_keys WHERE key = ?")
        findTerm = try prepare("SELECT id FROM terms WHERE dimension = ? AND text = ?")
        insertUpdate = try prepare("INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        indexForSearch = try prepare(
            "INSERT INTO updates_fts (rowid, message, tags) SELECT seq, message, tags FROM updates WHERE seq > ?")
        insertTerm = try prepare("INSERT INTO terms (dimension, text) VALUES (?, ?)")
        insertPostings = try prepare("INSERT INTO postings VALUES (?, ?, ?, ?, ?)")
        insertIdempotencyKey = try prepare("INSERT INTO idempotency_keys VALUES (?, ?)")
        insertStateChange = try prepare("INSERT INTO state_changes VALUES (?, ?, ?, ?, ?, ?)")
        addToTask = try prepare(
            """
            UPDATE tasks SET last_seq = ?2, last_activity_at = ?3, last_message = ?4,
                update_count = update_count + ?5, error_count = error_count + ?6 WHERE key = ?1
            """)
        setPostingList = try prepare("REPLACE INTO posting_lists VALUES (?, ?, ?, ?, ?, ?)")
        setHead = try prepare(
            "UPDATE journal_state SET head = ?, update_count = update_count + ?, indexed_through = ?")
    }
}
