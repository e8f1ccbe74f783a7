#if PostgreSQL
import MonitorCore

/// What makes the order of commits that of `seq`: a lock that one transaction of all servers has at a time.
enum WriteLock {
    /// "MNTR" and 1; advisory locks belong to one database.
    static let statement = PostgresStatement("SELECT pg_advisory_xact_lock($1)", [.int(0x4D4E_5452_0000_0001)])

    /// Throws where advisory locks do nothing, as in some databases that only speak like PostgreSQL: order would break
    /// without a word.
    static func verify(on connection: PostgresConnection, _ location: PostgresLocation) throws {
        let probe: [PostgresValue] = [.int(0x4D4E_5452_0000_0002)]
        let other = try PostgresConnection(to: location)
        try connection.execute("SELECT pg_advisory_lock($1)", probe)
        defer { _ = try? connection.execute("SELECT pg_advisory_unlock($1)", probe) }
        let isFree = try other.execute("SELECT pg_try_advisory_lock($1)", probe).first { $0.bool(0) }
        if isFree != false { throw PostgresError.corrupt("locks that do not exclude; Monitor needs PostgreSQL's own") }
    }
}
#endif
