#if PostgreSQL
import MonitorCore

/// Runs a filter of updates; every condition has an index that has the order too, or is the index of words or tags.
struct UpdateQuery {
    let connection: PostgresConnection
    let filter: UpdateFilter
    private let condition: PostgresCondition

    /// `nil` where a search has no word: nothing can match then.
    init?(_ filter: UpdateFilter, on connection: PostgresConnection) throws {
        self.connection = connection
        self.filter = filter
        var condition = PostgresCondition()
        condition.add("j.event = 'update'")
        guard condition.addSearch(filter.search) else { return nil }
        condition.add(filter)
        try condition.narrow(since: filter.since, until: filter.until, on: connection)
        self.condition = condition
    }

    /// The first updates that the filter wants, and how many there are.
    static func page(of filter: UpdateFilter, on connection: PostgresConnection) throws -> Page<Update> {
        guard let query = try UpdateQuery(filter, on: connection) else { return Page(items: [], total: 0) }
        return Page(items: try query.rows(), total: try query.total())
    }

    func rows() throws -> [Update] {
        try rows(UpdateRow.columns, order: filter.order, limit: filter.limit).map(UpdateRow.read)
    }

    func rows(_ columns: String, order: UpdateFilter.Order, limit: Int) throws -> PostgresResult {
        var condition = condition
        let place = condition.bind(.int(Int64(limit)))
        return try connection.execute(
            """
            SELECT \(columns) FROM journal j WHERE \(condition.sql)
            ORDER BY j.seq \(order == .asc ? "ASC" : "DESC") LIMIT \(place)
            """, condition.values)
    }

    /// How many updates match; counting stops at the filter's limit.
    func total() throws -> Int {
        if let kept = try keptTotal() { return kept }
        var condition = condition
        let limit = condition.bind(.int(filter.totalLimit.map(Int64.init)))
        return try connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM journal j WHERE \(condition.sql) LIMIT \(limit)) AS matches",
            condition.values
        ).first { Int($0.int(0)) } ?? 0
    }

    /// The total where it is counted already: of everything, of a task or of the terms of one kind.
    private func keptTotal() throws -> Int? {
        var plain = UpdateFilter()
        (plain.order, plain.limit, plain.totalLimit) = (filter.order, filter.limit, filter.totalLimit)
        if filter == plain {
            return try connection.execute("SELECT update_count FROM journal_state").first { Int($0.int(0)) }
        }
        plain.taskID = filter.taskID
        if let task = filter.taskID, filter == plain {
            let count = try connection.execute("SELECT update_count FROM tasks WHERE id = $1", [.id(task)])
                .first { Int($0.int(0)) }
            return count ?? 0
        }
        plain.taskID = nil
        return try keptTotal(of: .source, filter.sources, plain) { $0.sources = $1 }
            ?? keptTotal(of: .kind, filter.kinds, plain) { $0.kinds = $1 }
            ?? keptTotal(of: .level, filter.levels.map(\.rawValue), plain) { $0.levels = $1.compactMap(Level.init) }
    }

    private func keptTotal(
        of dimension: Term.Dimension, _ texts: [String], _ plain: UpdateFilter,
        _ set: (inout UpdateFilter, [String]) -> Void
    ) throws -> Int? {
        if texts.isEmpty { return nil }
        var alone = plain
        set(&alone, texts)
        guard alone == filter else { return nil }
        return try connection.execute(
            "SELECT coalesce(sum(count), 0)::bigint FROM term_counts WHERE dimension = $1 AND text = ANY($2)",
            [.int(dimension.rawValue), .texts(texts)]
        ).first { Int($0.int(0)) }
    }
}
#endif
