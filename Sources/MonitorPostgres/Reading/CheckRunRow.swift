#if PostgreSQL
import MonitorCore

/// The latest runs of checks as the table has them.
enum CheckRunRow {
    private static let select = "SELECT repository, branch, name, run, attempt, state, url, message FROM check_runs"

    /// Of a branch in the order of their names, which decides between those that stand alike.
    static func list(branchKey: String, on connection: PostgresConnection) throws -> [CheckRun] {
        try connection.execute("\(select) WHERE branch_key = $1 ORDER BY name", [.text(branchKey)]).map(read)
    }

    static func all(on connection: PostgresConnection) throws -> [CheckRun] {
        try connection.execute("\(select) ORDER BY branch_key, name").map(read)
    }

    static func replace(_ run: CheckRun, on connection: PostgresConnection) throws {
        try connection.execute(
            """
            INSERT INTO check_runs VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (digest) DO UPDATE SET repository = $4, branch = $5, run = $6, attempt = $7, state = $8,
                url = $9, message = $10
            """,
            [
                .digest("\(run.name.utf8.count):\(run.name):\(run.branchKey)"), .text(run.branchKey), .text(run.name),
                .text(run.repository), .text(run.branch), .int(run.run), .int(run.attempt),
                .text(run.state.rawValue), .text(run.url), .text(run.message),
            ])
    }

    private static func read(_ row: PostgresRow) throws -> CheckRun {
        CheckRun(
            repository: row.text(0), branch: row.text(1), name: row.text(2), run: row.int(3), attempt: row.int(4),
            state: try row.oneOf(5, CheckRun.State.self), url: row.optionalText(6), message: row.text(7))
    }
}
#endif
