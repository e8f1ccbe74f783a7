#if PostgreSQL
import MonitorCore

/// Tasks as the table has them.
enum TaskRow {
    private static let columns = """
        t.id, t.workstream_id, t.name, t.status, t.summary_text, t.summary_source, t.summary_updated_at, t.metadata,
            t.created_at, t.updated_at, t.hidden, t.last_seq, t.last_activity_at, t.last_message, t.update_count,
            t.error_count, t.agent_state, t.attention_reason, t.attention_message, t.attention_since,
            t.agent, t.repository, t.branch, t.checks
        """

    static func find(_ id: TaskID, on connection: PostgresConnection) throws -> TrackedTask? {
        try connection.execute("SELECT \(columns) FROM tasks t WHERE t.id = $1", [.id(id)]).first(read)
    }

    static func find(_ ids: Set<TaskID>, on connection: PostgresConnection) throws -> [TrackedTask] {
        try connection.execute("SELECT \(columns) FROM tasks t WHERE t.id = ANY($1)", [.ids(ids)]).map(read)
    }

    /// The task with what is kept beside it for the events of sources.
    static func state(of id: TaskID, on connection: PostgresConnection) throws -> TrackedState? {
        try states("t.id = $1", [.id(id)], on: connection).first
    }

    static func states(
        _ condition: String, _ values: [PostgresValue], on connection: PostgresConnection
    ) throws -> [TrackedState] {
        try connection.execute("SELECT \(columns), t.tracking FROM tasks t WHERE \(condition)", values).map { row in
            let tracking = row.isNull(24) ? TaskTracking() : TaskTracking(row.json(24).value)
            return TrackedState(task: try read(row), tracking: tracking)
        }
    }

    static func list(_ filter: TaskFilter, on connection: PostgresConnection) throws -> Page<TrackedTask> {
        let tables = "FROM tasks t JOIN workstreams w ON w.id = t.workstream_id"
        var condition = PostgresCondition(filter)
        let total = try connection.execute("SELECT count(*) \(tables) WHERE \(condition.sql)", condition.values)
            .first { Int($0.int(0)) }
        if let after = filter.after {
            condition.add("t.key > coalesce((SELECT key FROM tasks WHERE id = ?), 9223372036854775807)", .id(after))
        }
        let order = filter.order == .creation ? "t.key" : "t.last_seq DESC"
        let limit = condition.bind(.int(filter.limit.map(Int64.init)))
        let items = try connection.execute(
            "SELECT \(columns) \(tables) WHERE \(condition.sql) ORDER BY \(order) LIMIT \(limit)", condition.values
        ).map(read)
        return Page(items: items, total: total ?? 0)
    }

    private static func read(_ row: PostgresRow) throws -> TrackedTask {
        TrackedTask(
            id: try row.id(0), workstreamID: try row.id(1), name: row.text(2),
            status: try row.oneOf(3, TrackedTask.Status.self), summary: summary(row), metadata: row.json(7),
            createdAt: row.timestamp(8), updatedAt: row.timestamp(9), hidden: row.bool(10),
            activity: TrackedTask.Activity(
                lastSeq: row.optionalInt(11), lastAt: row.optionalInt(12).map(Timestamp.init),
                lastMessage: row.optionalText(13), updateCount: Int(row.int(14)), errorCount: Int(row.int(15))),
            agentState: row.isNull(16) ? nil : try row.oneOf(16, TrackedTask.AgentState.self),
            attention: try attention(row), agent: row.optionalText(20), repository: row.optionalText(21),
            branch: row.optionalText(22),
            checks: row.isNull(23) ? nil : TrackedTask.Checks(stored: row.json(23).value))
    }

    private static func summary(_ row: PostgresRow) -> TrackedTask.Summary? {
        row.optionalText(4).map { .init(text: $0, source: row.text(5), updatedAt: row.timestamp(6)) }
    }

    private static func attention(_ row: PostgresRow) throws -> TrackedTask.Attention? {
        if row.isNull(17) { return nil }
        return TrackedTask.Attention(
            reason: try row.oneOf(17, TrackedTask.Attention.Reason.self), message: row.text(18),
            since: row.timestamp(19))
    }
}

extension PostgresCondition {
    fileprivate init(_ filter: TaskFilter) {
        self.init()
        if let id = filter.workstreamID { add("t.workstream_id = ?", .id(id)) }
        if !filter.includeArchivedWorkstreams { add("w.status = 'active'") }
        if filter.order == .activity { add("t.last_seq < ?", .int(filter.lastSeqBefore ?? .max)) }
        if !filter.includeHidden { add("NOT t.hidden") }
        if let attention = filter.attention { add("t.attention_reason IS \(attention ? "NOT " : "")NULL") }
        add("t.status", in: filter.statuses.map(\.rawValue))
        add("t.agent_state", in: filter.agentStates.map(\.rawValue))
        add("t.branch_key", in: filter.branchKeys)
    }
}
#endif
