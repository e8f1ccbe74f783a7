#if PostgreSQL
/// Brings a database up to date: each step once, under a lock, in one transaction.
enum Migrations {
    /// In their order; one that has been released is never changed.
    private static let steps = [journal + state, newUpdate]

    /// Two servers that start at once do not get in each other's way: the second finds the work done.
    static func run(on connection: PostgresConnection) throws {
        try connection.run("BEGIN")
        do {
            try connection.run("SET LOCAL statement_timeout = 0; SET LOCAL client_min_messages = warning")
            try connection.execute("SELECT pg_advisory_xact_lock($1)", [.int(lock)])
            try connection.run("CREATE TABLE IF NOT EXISTS migrations (version integer PRIMARY KEY)")
            let version = try connection.execute("SELECT coalesce(max(version), 0) FROM migrations").first { $0.int(0) }
            try refuseNewer(version ?? 0)
            for step in Int(version ?? 0)..<steps.count {
                try connection.run(steps[step])
                try connection.execute("INSERT INTO migrations VALUES ($1::bigint)", [.int(Int64(step + 1))])
            }
            try connection.run("COMMIT")
        } catch {
            try? connection.run("ROLLBACK")
            throw error
        }
    }

    /// Whether a copy into the database was begun and not finished.
    static func isImporting(_ connection: PostgresConnection) throws -> Bool {
        try connection.execute("SELECT to_regclass('importing') IS NOT NULL").first { $0.bool(0) } ?? false
    }

    private static func refuseNewer(_ version: Int64) throws {
        if version > steps.count {
            throw PostgresError.corrupt("a schema (\(version)) that is newer than this server's (\(steps.count))")
        }
    }

    /// Another number than the writers': "MNTR" and 0.
    private static let lock: Int64 = 0x4D4E_5452_0000_0000
}
#endif
