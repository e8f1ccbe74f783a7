import GRDB
import MonitorCore

/// Updates as the table has them.
enum UpdateRow {
    /// `CROSS JOIN` keeps SQLite from walking the tasks first.
    static let select = """
        SELECT u.seq, u.id, t.id, u.timestamp, u.source, u.author, u.message, u.kind, u.level, u.tags, u.data, w.id, u.task
        FROM updates u CROSS JOIN tasks t ON t.key = u.task CROSS JOIN workstreams w ON w.key = t.workstream
        """

    /// The same columns, but only those that say what an update is counted as: a long message is not read.
    static let selectFacts = """
        SELECT u.seq, NULL, NULL, u.timestamp, u.source, NULL, NULL, u.kind, u.level, NULL, NULL, NULL, u.task
        FROM updates u
        """

    static func find(_ reference: UpdateReference, on database: Database) throws -> Update? {
        switch reference {
        case .seq(let seq):
            try SQLStatement("\(select) WHERE u.seq = ?", on: database).first([.int(seq)], read)
        case .id(let id):
            try SQLStatement("\(select) WHERE u.id = ?", on: database).first([.id(id)], read)
        }
    }

    static func read(_ row: SQLRow) throws -> Update {
        Update(
            seq: row.int(0), id: try row.id(1), taskID: try row.id(2), timestamp: row.timestamp(3),
            content: UpdateContent(
                source: row.text(4), author: row.optionalText(5), message: row.text(6), kind: row.optionalText(7),
                level: row.isNull(8) ? nil : try row.oneOf(8, Level.self), tags: tags(row.bytes(9)),
                data: row.isNull(10) ? nil : row.json(10)))
    }

    static func readEntry(_ row: SQLRow) throws -> JournalEntry {
        try read(row).entry(in: row.id(11))
    }

    static func tags(_ json: [UInt8]) -> [String] {
        if json.count == 2 { return [] }
        return (try? JSONDocument(parsing: json))?.value.array?.compactMap(\.string) ?? []
    }
}
