import GRDB
import MonitorCore

extension UpdateQuery {
    /// The list with the fewest updates, by the counts that are kept; a text search always drives.
    static func shortestList(_ selection: UpdateSelection, on database: Database) throws -> UpdateDriver {
        if let search = selection.search { return .search(search) }
        var best: (driver: UpdateDriver, count: Int64) = (.all, .max)
        for driver in candidates(selection) {
            let count = try keptCount(driver, on: database) ?? .max
            if count < best.count { best = (driver, count) }
        }
        return best.driver
    }

    private static func candidates(_ selection: UpdateSelection) -> [UpdateDriver] {
        var drivers: [UpdateDriver] = []
        for dimension in selection.dimensions {
            let ids = selection.terms[dimension, default: []]
            if selection.tasks.count == 1 {
                drivers.append(.taskTerms(selection.tasks[0], ids, of: dimension))
            } else {
                drivers.append(.terms(ids, of: dimension))
            }
        }
        if !selection.tasks.isEmpty { drivers.append(.tasks(selection.tasks)) }
        if !selection.workstreams.isEmpty { drivers.append(.workstreams(selection.workstreams)) }
        return drivers
    }

    /// How many updates the lists have by the kept totals, counting twice what is in two of them; `nil` for a search.
    static func keptCount(_ driver: UpdateDriver, on database: Database) throws -> Int64? {
        switch driver {
        case .all: try sum("SELECT update_count FROM journal_state WHERE id = ?", [[1]], on: database)
        case .tasks(let keys): try sum("SELECT update_count FROM tasks WHERE key = ?", keys.map { [$0] }, on: database)
        case .workstreams(let keys):
            try sum("SELECT sum(update_count) FROM tasks WHERE workstream = ?", keys.map { [$0] }, on: database)
        case .terms(let ids, _): try sum(termCount, ids.map { [$0, 0] }, on: database)
        case .taskTerms(let task, let ids, _): try sum(termCount, ids.map { [$0, task] }, on: database)
        case .search: nil
        }
    }

    private static let termCount = "SELECT count FROM term_counts WHERE term = ? AND task = ?"

    private static func sum(_ sql: String, _ keys: [[Int64]], on database: Database) throws -> Int64 {
        let statement = try SQLStatement(sql, on: database)
        return try keys.reduce(0) { sum, key in
            sum + (try statement.first(key.map(SQLValue.int)) { $0.optionalInt(0) ?? 0 } ?? 0)
        }
    }
}
