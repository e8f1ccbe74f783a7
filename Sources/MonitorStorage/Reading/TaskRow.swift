import GRDB
import MonitorCore

/// Tasks as the table has them.
enum TaskRow {
    private static let columns = """
        t.id, w.id, t.name, t.status, t.summary_text, t.summary_source, t.summary_updated_at, t.metadata,
            t.created_at, t.updated_at, t.hidden, t.last_seq, t.last_activity_at, t.last_message, t.update_count,
            t.error_count, t.agent_state, t.attention_reason, t.attention_message, t.attention_since,
            t.agent, t.repository, t.branch, t.checks
        """
    private static let select = """
        SELECT \(columns)
        FROM tasks t JOIN workstreams w ON w.key = t.workstream
        """

    static func find(_ id: TaskID, on database: Database) throws -> TrackedTask? {
        try SQLStatement("\(select) WHERE t.id = ?", on: database).first([.id(id)], read)
    }

    /// The task with what is kept beside it for the events of sources.
    static func state(of id: TaskID, on database: Database) throws -> TrackedState? {
        try states("t.id = ?", [.id(id)], on: database).first
    }

    static func states(_ condition: String, _ values: [SQLValue], on database: Database) throws -> [TrackedState] {
        let sql = """
            SELECT \(columns), t.tracking FROM tasks t JOIN workstreams w ON w.key = t.workstream WHERE \(condition)
            """
        return try SQLStatement(sql, on: database).all(values) { row in
            let tracking = row.isNull(24) ? TaskTracking() : TaskTracking(row.json(24).value)
            return TrackedState(task: try read(row), tracking: tracking)
        }
    }

    static func key(of id: TaskID, on database: Database) throws -> Int64? {
        try SQLStatement("SELECT key FROM tasks WHERE id = ?", on: database).first([.id(id)]) { $0.int(0) }
    }

    /// The order of creation is the order of the keys.
    static func list(_ filter: TaskFilter, on database: Database) throws -> Page<TrackedTask> {
        var condition = SQLCondition(filter)
        let total = try SQLStatement(
            "SELECT count(*) FROM tasks t JOIN workstreams w ON w.key = t.workstream WHERE \(condition.sql)",
            on: database
        ).first(condition.values) { Int($0.int(0)) }
        if let after = filter.after {
            condition.add("t.key > ?", .int(try key(of: after, on: database) ?? Int64.max))
        }
        let limit = Int64(filter.limit ?? -1)
        let order = filter.order == .creation ? "t.key" : "t.last_seq DESC"
        let items = try SQLStatement("\(select) WHERE \(condition.sql) ORDER BY \(order) LIMIT ?", on: database)
            .all(condition.values + [.int(limit)], read)
        return Page(items: items, total: total ?? 0)
    }

    private static func read(_ row: SQLRow) throws -> TrackedTask {
        TrackedTask(
            id: try row.id(0), workstreamID: try row.id(1), name: row.text(2),
            status: try row.oneOf(3, TrackedTask.Status.self), summary: summary(row), metadata: row.json(7),
            createdAt: row.timestamp(8), updatedAt: row.timestamp(9), hidden: row.bool(10),
            activity: TrackedTask.Activity(
                lastSeq: row.optionalInt(11), lastAt: row.optionalInt(12).map(Timestamp.init),
                lastMessage: row.optionalText(13),
                updateCount: Int(row.int(14)), errorCount: Int(row.int(15))),
            agentState: row.isNull(16) ? nil : try row.oneOf(16, TrackedTask.AgentState.self),
            attention: try attention(row), agent: row.optionalText(20), repository: row.optionalText(21),
            branch: row.optionalText(22), checks: checks(row))
    }

    private static func checks(_ row: SQLRow) -> TrackedTask.Checks? {
        row.isNull(23) ? nil : TrackedTask.Checks(stored: row.json(23).value)
    }

    private static func summary(_ row: SQLRow) -> TrackedTask.Summary? {
        row.optionalText(4).map { .init(text: $0, source: row.text(5), updatedAt: row.timestamp(6)) }
    }

    private static func attention(_ row: SQLRow) throws -> TrackedTask.Attention? {
        if row.isNull(17) { return nil }
        return TrackedTask.Attention(
            reason: try row.oneOf(17, TrackedTask.Attention.Reason.self), message: row.text(18),
            since: row.timestamp(19))
    }
}

extension SQLCondition {
    fileprivate init(_ filter: TaskFilter) {
        self.init()
        if let id = filter.workstreamID { add("w.id = ?", .id(id)) }
        if !filter.includeArchivedWorkstreams { add("w.status = 'active'") }
        if filter.order == .activity { add("t.last_seq < ?", .int(filter.lastSeqBefore ?? .max)) }
        if !filter.includeHidden { add("t.hidden = 0") }
        if let attention = filter.attention { add("t.attention_reason IS \(attention ? "NOT " : "")NULL") }
        add("t.status", in: filter.statuses.map { .text($0.rawValue) })
        add("t.agent_state", in: filter.agentStates.map { .text($0.rawValue) })
        add("t.branch_key", in: filter.branchKeys.map(SQLValue.text))
    }
}
