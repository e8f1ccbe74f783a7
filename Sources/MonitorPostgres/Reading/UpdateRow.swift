#if PostgreSQL
import MonitorCore

/// Updates as the journal has them.
enum UpdateRow {
    static let columns = """
        j.seq, j.id, j.task_id, j.timestamp, j.source, j.author, j.message, j.kind, j.level, j.tags, j.data
        """
    static let select = "SELECT \(columns) FROM journal j"

    static func find(_ reference: UpdateReference, on connection: PostgresConnection) throws -> Update? {
        switch reference {
        case .seq(let seq):
            try connection.execute("\(select) WHERE j.seq = $1 AND j.event = 'update'", [.int(seq)]).first(read)
        case .id(let id):
            // Two look-ups: with a join the database might search every partition.
            try connection.execute("SELECT seq FROM update_ids WHERE id = $1", [.id(id)]).first { $0.int(0) }
                .flatMap { try find(.seq($0), on: connection) }
        }
    }

    static func read(_ row: PostgresRow) throws -> Update {
        Update(
            seq: row.int(0), id: try row.id(1), taskID: try row.id(2), timestamp: row.timestamp(3),
            content: UpdateContent(
                source: row.text(4), author: row.optionalText(5), message: row.text(6), kind: row.optionalText(7),
                level: row.isNull(8) ? nil : try row.oneOf(8, Level.self), tags: try row.texts(9),
                data: row.isNull(10) ? nil : row.json(10)))
    }
}
#endif
