import GRDB
import MonitorCore

/// Runs a selection: walks the shortest list of seqs in order, and reads the rows that pass what is left to check.
///
/// Every statement is a search by key in the order wanted, whatever the filter: no scan, no sort.
struct UpdateQuery {
    let selection: UpdateSelection
    let driver: UpdateDriver
    let remainder: SelectionRemainder
    let reader: PostingReader

    init(_ selection: UpdateSelection, on database: Database) throws {
        self.selection = selection
        reader = PostingReader(database: database)
        driver = try UpdateDriver.shortest(for: selection, reader: reader)
        remainder = SelectionRemainder(of: selection, after: driver)
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

    /// Visits the rows that pass, until `body` returns false.
    private func forEachRow(order: UpdateFilter.Order, _ body: (SQLRow) throws -> Bool) throws {
        if selection.seqs.isEmpty { return }
        if driver == .all { return try forEachRowInRange(order: order, body) }
        let find = try SQLStatement("\(UpdateRow.select) WHERE u.seq = ?", on: reader.database)
        var walk = try SeqWalk(driver, in: selection.seqs, order: order, reader: reader)
        defer { walk.close() }
        while let seq = try walk.next() {
            let goesOn = try find.first([.int(seq)]) { row in remainder.passes(row) ? try body(row) : true }
            if goesOn == false { return }
        }
    }

    /// One statement where the updates' own order drives.
    private func forEachRowInRange(order: UpdateFilter.Order, _ body: (SQLRow) throws -> Bool) throws {
        let statement = try SQLStatement(
            "\(UpdateRow.select) WHERE u.seq > ? AND u.seq < ? ORDER BY u.seq \(order == .asc ? "ASC" : "DESC")",
            on: reader.database)
        statement.bind(selection.seqs.values)
        defer { statement.reset() }
        while try statement.step() {
            let row = SQLRow(pointer: statement.pointer)
            if remainder.passes(row), try !body(row) { return }
        }
    }

    /// How many updates match, exactly, from the kept totals where they say it.
    func total() throws -> Int {
        if selection.seqs.isEmpty { return 0 }
        if !remainder.isEmpty {
            var count = 0
            try forEachRow(order: .asc) { _ in
                count += 1
                return true
            }
            return count
        }
        if driver.listsOverlap { return try countWalked() }
        guard let kept = try driver.keptLength(reader) else { return try countWalked() }
        return try total(of: kept)
    }

    /// Of a driver whose length is known it counts the shorter part: the range itself or what lies outside.
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
        guard case .lists(let lists, _, _) = driver else {
            return try SQLStatement("SELECT count(*) FROM updates WHERE seq > ? AND seq < ?", on: reader.database)
                .first(range.values) { Int($0.int(0)) } ?? 0
        }
        return try lists.reduce(0) { $0 + (try reader.count(of: $1, in: range)) }
    }

    private func countWalked() throws -> Int {
        var walk = try SeqWalk(driver, in: selection.seqs, order: .asc, reader: reader)
        defer { walk.close() }
        var count = 0
        while try walk.next() != nil { count += 1 }
        return count
    }
}
