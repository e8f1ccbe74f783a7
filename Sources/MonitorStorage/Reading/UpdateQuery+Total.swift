import GRDB
import MonitorCore

extension UpdateQuery {
    /// How many updates match, exactly, from the kept totals where they say it.
    func total() throws -> Int {
        if selection.seqs.isEmpty { return 0 }
        if !remainder.isEmpty { return try countPassing() }
        if driver.listsOverlap { return try countMerged() }
        guard let kept = try UpdateQuery.keptCount(driver, on: database) else { return try count(in: selection.seqs) }
        return try total(of: Int(kept))
    }

    /// Of a list whose length is known it counts the shorter part: the range itself or what lies outside.
    private func total(of kept: Int) throws -> Int {
        let range = selection.seqs
        if range == .all { return kept }
        let head = try SQLStatement("SELECT head FROM journal_state", on: database).first { $0.int(0) } ?? 0
        let (after, before) = (max(range.after, 0), min(range.before, head + 1))
        guard before - after > head / 2 else { return try count(in: range) }
        return kept
            - (try count(in: SeqRange(after: -1, before: after + 1)))
            - (try count(in: SeqRange(after: before - 1, before: .max)))
    }

    private func count(in range: SeqRange) throws -> Int {
        if range.isEmpty { return 0 }
        return try driver.counts(in: range).reduce(0) { sum, count in
            sum + (try SQLStatement(count.sql, on: database).first(count.values) { Int($0.int(0)) } ?? 0)
        }
    }

    /// Counts lists that overlap by merging them.
    private func countMerged() throws -> Int {
        let list = driver.seqs(in: selection.seqs, order: .asc)
        var count = 0
        try SQLStatement(list.sql, on: database).forEach(list.values) { _ in count += 1 }
        return count
    }

    /// Counts the rows of the driver that pass the rest of the selection.
    private func countPassing() throws -> Int {
        let rest = remainder
        let passes = try SQLStatement("SELECT 1 FROM updates u WHERE u.seq = ? AND \(rest.sql)", on: database)
        let list = driver.seqs(in: selection.seqs, order: .asc)
        var count = 0
        try SQLStatement(list.sql, on: database).forEach(list.values) { row in
            if try passes.first([.int(row.int(0))] + rest.values, { _ in true }) == true { count += 1 }
        }
        return count
    }
}
