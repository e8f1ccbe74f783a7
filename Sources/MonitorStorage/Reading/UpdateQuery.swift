import GRDB
import MonitorCore

/// Runs a selection: walks the lists of seqs that it names side by side, the shortest ahead, and reads the rows that
/// pass what is left to check.
///
/// Every statement is a search by key in the order wanted, whatever the filter: no scan, no sort.
struct UpdateQuery {
    let selection: UpdateSelection
    let plan: UpdatePlan
    let remainder: SelectionRemainder
    let reader: PostingReader

    init(_ selection: UpdateSelection, on database: Database) throws {
        self.selection = selection
        reader = PostingReader(database: database)
        plan = try UpdatePlan(for: selection, reader: reader)
        remainder = SelectionRemainder(of: selection, coversTasks: plan.coversTasks)
    }

    /// The first updates that the filter wants, and how many there are.
    static func page(of filter: UpdateFilter, on database: Database) throws -> Page<Update> {
        guard let selection = try UpdateSelection(filter, on: database) else { return Page(items: [], total: 0) }
        let query = try UpdateQuery(selection, on: database)
        let items = try query.rows(order: filter.order, limit: filter.limit, UpdateRow.read)
        return Page(items: items, total: try query.total(limit: filter.totalLimit))
    }

    /// The first `limit` rows in order.
    func rows<Row>(order: UpdateFilter.Order, limit: Int, _ read: (SQLRow) throws -> Row) throws -> [Row] {
        var rows: [Row] = []
        try forEachRow(order: order) { row in
            rows.append(try read(row))
            return rows.count < limit
        }
        return rows
    }

    /// Visits the rows that pass, until `body` returns false; `select` names the columns of `UpdateRow.select`.
    func forEachRow(
        _ select: String = UpdateRow.select, order: UpdateFilter.Order, _ body: (SQLRow) throws -> Bool
    ) throws {
        if selection.seqs.isEmpty { return }
        if plan.lead == .all { return try forEachRowInRange(select, order: order, body) }
        let find = try SQLStatement("\(select) WHERE u.seq = ?", on: reader.database)
        var walk = try walk(order)
        defer { walk.close() }
        while let seq = try walk.next() {
            let goesOn = try find.first([.int(seq)]) { row in remainder.passes(row) ? try body(row) : true }
            if goesOn == false { return }
        }
    }

    /// One statement where the updates' own order drives.
    private func forEachRowInRange(
        _ select: String, order: UpdateFilter.Order, _ body: (SQLRow) throws -> Bool
    ) throws {
        let statement = try SQLStatement(
            "\(select) WHERE u.seq > ? AND u.seq < ? ORDER BY u.seq \(order.sql)", on: reader.database)
        statement.bind(selection.seqs.values)
        defer { statement.reset() }
        while try statement.step() {
            let row = SQLRow(pointer: statement.pointer)
            if remainder.passes(row), try !body(row) { return }
        }
    }

    private func walk(_ order: UpdateFilter.Order) throws -> IntersectedWalk {
        try IntersectedWalk(
            ([plan.lead] + plan.others).map {
                try SeqWalk($0, in: selection.seqs, order: order, reader: reader)
            })
    }

    /// How many updates match, from the kept totals where they say it; counting stops at the limit.
    func total(limit: Int? = nil) throws -> Int {
        if selection.seqs.isEmpty { return 0 }
        if remainder.isEmpty, let kept = try plan.keptLength(reader) { return try total(of: kept) }
        var count = 0
        if remainder.isEmpty {
            var walk = try walk(.desc)
            defer { walk.close() }
            while count < limit ?? .max, try walk.next() != nil { count += 1 }
        } else {
            try forEachRow(UpdateRow.selectFacts, order: .desc) { _ in
                count += 1
                return count < limit ?? .max
            }
        }
        return count
    }

    /// Of a list whose length is known it counts the shorter part: the range itself or what lies outside.
    private func total(of kept: Int) throws -> Int {
        let range = selection.seqs
        if range == .all { return kept }
        let head = try SQLStatement("SELECT head FROM journal_state", on: reader.database).first { $0.int(0) } ?? 0
        let (after, before) = (max(range.after, -1), min(range.before, head + 1))
        guard before - after > head / 2 else { return try count(in: range) }
        return kept
            - (try count(in: SeqRange(after: -1, before: after + 1)))
            - (try count(in: SeqRange(after: before - 1, before: .max)))
    }

    private func count(in range: SeqRange) throws -> Int {
        if range.isEmpty { return 0 }
        guard case .lists(let lists, _, _) = plan.lead else {
            return try SQLStatement("SELECT count(*) FROM updates WHERE seq > ? AND seq < ?", on: reader.database)
                .first(range.values) { Int($0.int(0)) } ?? 0
        }
        return try lists.reduce(0) { $0 + (try reader.count(of: $1, in: range)) }
    }
}

extension UpdateFilter.Order {
    var sql: String { self == .asc ? "ASC" : "DESC" }

    /// True where a list in this order has `a` before `b`.
    func isBefore(_ a: Seq, _ b: Seq) -> Bool { self == .asc ? a < b : a > b }
}
