import GRDB
import MonitorCore

/// The latest runs of checks as the table has them.
enum CheckRunRow {
    private static let select =
        "SELECT repository, branch, name, run, attempt, state, url, message FROM check_runs"

    /// Of a branch in the order of their names, which decides between those that stand alike.
    static func list(branchKey: String, on database: Database) throws -> [CheckRun] {
        try SQLStatement("\(select) WHERE branch_key = ? ORDER BY name", on: database).all([.text(branchKey)], read)
    }

    static func find(branchKey: String, name: String, on database: Database) throws -> CheckRun? {
        try SQLStatement("\(select) WHERE branch_key = ? AND name = ?", on: database)
            .first([.text(branchKey), .text(name)], read)
    }

    static func all(on database: Database) throws -> [CheckRun] {
        try SQLStatement("\(select) ORDER BY branch_key, name", on: database).all([], read)
    }

    static func replace(_ run: CheckRun, in session: WriteSession) throws {
        try session.execute(
            "REPLACE INTO check_runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", .text(run.branchKey), .text(run.name),
            .text(run.repository), .text(run.branch), .int(run.run), .int(run.attempt), .text(run.state.rawValue),
            .text(run.url), .text(run.message))
    }

    private static func read(_ row: SQLRow) throws -> CheckRun {
        CheckRun(
            repository: row.text(0), branch: row.text(1), name: row.text(2), run: row.int(3), attempt: row.int(4),
            state: try row.oneOf(5, CheckRun.State.self), url: row.optionalText(6), message: row.text(7))
    }
}
