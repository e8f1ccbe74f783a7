import GRDB
import MonitorCore

/// Workstreams as the table has them.
enum WorkstreamRow {
    private static let columns = "id, name, status, metadata, created_at, updated_at"

    static func find(_ id: WorkstreamID, on database: Database) throws -> Workstream? {
        try SQLStatement("SELECT \(columns) FROM workstreams WHERE id = ?", on: database).first([.id(id)], read)
    }

    static func key(of id: WorkstreamID, on database: Database) throws -> Int64? {
        try SQLStatement("SELECT key FROM workstreams WHERE id = ?", on: database).first([.id(id)]) { $0.int(0) }
    }

    static func list(includeArchived: Bool, on database: Database) throws -> [Workstream] {
        let condition = includeArchived ? "" : "WHERE status = 'active'"
        return try SQLStatement("SELECT \(columns) FROM workstreams \(condition) ORDER BY key", on: database)
            .all([], read)
    }

    private static func read(_ row: SQLRow) throws -> Workstream {
        Workstream(
            id: try row.id(0), name: row.text(1), status: try row.oneOf(2, Workstream.Status.self),
            metadata: row.json(3),
            createdAt: row.timestamp(4), updatedAt: row.timestamp(5))
    }
}
