#if PostgreSQL
import MonitorCore

/// Workstreams as the table has them.
enum WorkstreamRow {
    private static let select = "SELECT id, name, status, metadata, created_at, updated_at FROM workstreams"

    static func find(_ id: WorkstreamID, on connection: PostgresConnection) throws -> Workstream? {
        try connection.execute("\(select) WHERE id = $1", [.id(id)]).first(read)
    }

    static func list(includeArchived: Bool, on connection: PostgresConnection) throws -> [Workstream] {
        try connection.execute("\(select) \(includeArchived ? "" : "WHERE status = 'active'") ORDER BY key").map(read)
    }

    private static func read(_ row: PostgresRow) throws -> Workstream {
        Workstream(
            id: try row.id(0), name: row.text(1), status: try row.oneOf(2, Workstream.Status.self),
            metadata: row.json(3), createdAt: row.timestamp(4), updatedAt: row.timestamp(5))
    }
}
#endif
