import GRDB
import MonitorCore

/// Browser sessions as the table has them.
enum BrowserSessionRow {
    private static let columns = "id, digest, owner, user_agent, created_at, last_used_at"

    static func find(digest: [UInt8], on database: Database) throws -> BrowserSession? {
        try SQLStatement("SELECT \(columns) FROM browser_sessions WHERE digest = ?", on: database)
            .first([.blob(digest)], read)
    }

    static func list(owner: [UInt8], on database: Database) throws -> [BrowserSession] {
        try SQLStatement(
            "SELECT \(columns) FROM browser_sessions WHERE owner = ? ORDER BY last_used_at DESC, id DESC", on: database
        ).all([.blob(owner)], read)
    }

    static func all(on database: Database) throws -> [BrowserSession] {
        try SQLStatement("SELECT \(columns) FROM browser_sessions ORDER BY id", on: database).all([], read)
    }

    private static func read(_ row: SQLRow) throws -> BrowserSession {
        BrowserSession(
            id: try row.id(0), digest: row.bytes(1), owner: row.bytes(2), userAgent: row.text(3),
            createdAt: row.timestamp(4), lastUsedAt: row.timestamp(5))
    }
}
