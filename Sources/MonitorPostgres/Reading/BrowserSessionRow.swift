#if PostgreSQL
import MonitorCore

/// Browser sessions as the table has them.
enum BrowserSessionRow {
    private static let select =
        "SELECT id, digest, owner, user_agent, created_at, last_used_at FROM browser_sessions"

    static func find(digest: [UInt8], on connection: PostgresConnection) throws -> BrowserSession? {
        try connection.execute("\(select) WHERE digest = $1", [.bytes(digest)]).first(read)
    }

    static func list(owner: [UInt8], on connection: PostgresConnection) throws -> [BrowserSession] {
        try connection.execute("\(select) WHERE owner = $1 ORDER BY last_used_at DESC, id DESC", [.bytes(owner)])
            .map(read)
    }

    static func all(on connection: PostgresConnection) throws -> [BrowserSession] {
        try connection.execute("\(select) ORDER BY id").map(read)
    }

    private static func read(_ row: PostgresRow) throws -> BrowserSession {
        BrowserSession(
            id: try row.id(0), digest: row.array(1), owner: row.array(2), userAgent: row.text(3),
            createdAt: row.timestamp(4), lastUsedAt: row.timestamp(5))
    }
}
#endif
