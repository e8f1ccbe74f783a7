import GRDB
import MonitorCore

/// Runs a selection: walks the shortest list of seqs in order, and reads the rows that pass what is left to check.
///
/// Every statement is a search in an index in the order wanted, whatever the filter: no scan, no sort.
struct UpdateQuery {
    let selection: UpdateSelection
    let database: Database
    let driver: UpdateDriver

    init(_ selection: UpdateSelection, on database: Database) throws {
        self.selection = selection
        self.database = database
        driver = try UpdateQuery.shortestList(selection, on: database)
    }

    /// The first `limit` rows in order.
    func rows<Row>(order: UpdateFilter.Order, limit: Int, _ read: (SQLRow) throws -> Row) throws -> [Row] {
        if selection.seqs.isEmpty { return [] }
        if let direct = directStatement(order: order) {
            return try SQLStatement(direct.sql, on: database).all(direct.values + [.int(Int64(limit))], read)
        }
        let list = driver.seqs(in: selection.seqs, order: order)
        let row = rowStatement
        let find = try SQLStatement(row.sql, on: database)
        let seqs = try SQLStatement(list.sql, on: database)
        seqs.bind(list.values)
        defer { seqs.reset() }
        var rows: [Row] = []
        while rows.count < limit, try seqs.step() {
            let seq = SQLRow(pointer: seqs.pointer).int(0)
            if let found = try find.first([.int(seq)] + row.values, read) { rows.append(found) }
        }
        return rows
    }

    /// One statement where the driver is an index of the updates themselves and needs no merging.
    private func directStatement(order: UpdateFilter.Order) -> (sql: String, values: [SQLValue])? {
        var condition = SQLCondition()
        switch driver {
        case .all: break
        case .tasks(let keys) where keys.count == 1: condition.add("u.task = ?", .int(keys[0]))
        case .workstreams(let keys) where keys.count == 1: condition.add("u.workstream = ?", .int(keys[0]))
        default: return nil
        }
        condition.add("u.seq > ? AND u.seq < ?", values: selection.seqs.values)
        let rest = remainder
        if !rest.isEmpty { condition.add(rest.sql, values: rest.values) }
        let sql = "\(UpdateRow.select) WHERE \(condition.sql) ORDER BY u.seq \(order == .asc ? "ASC" : "DESC") LIMIT ?"
        return (sql, condition.values)
    }

    private var rowStatement: (sql: String, values: [SQLValue]) {
        let rest = remainder
        return ("\(UpdateRow.select) WHERE u.seq = ? AND \(rest.sql)", rest.values)
    }

    /// What the driver does not say of a row. The unary plus keeps SQLite from choosing another index.
    var remainder: SQLCondition {
        var condition = SQLCondition()
        if !driver.coversTasks { condition.add("+u.task", in: selection.tasks.map(SQLValue.int)) }
        if !driver.coversWorkstreams { condition.add("+u.workstream", in: selection.workstreams.map(SQLValue.int)) }
        for dimension in selection.dimensions where dimension != driver.coveredDimension {
            let ids = selection.terms[dimension, default: []]
            condition.add(
                "EXISTS (SELECT 1 FROM update_terms x WHERE x.term IN (\(SQLCondition.placeholders(ids.count))) AND x.seq = u.seq)",
                values: ids.map(SQLValue.int))
        }
        if let since = selection.since { condition.add("+u.timestamp >= ?", .int(since.microseconds)) }
        if let until = selection.until { condition.add("+u.timestamp <= ?", .int(until.microseconds)) }
        return condition
    }
}

extension UpdateDriver {
    var coversTasks: Bool {
        switch self {
        case .tasks, .taskTerms: true
        default: false
        }
    }

    var coversWorkstreams: Bool {
        if case .workstreams = self { true } else { false }
    }

    var coveredDimension: Term.Dimension? {
        switch self {
        case .terms(_, let dimension), .taskTerms(_, _, let dimension): dimension
        default: nil
        }
    }
}
