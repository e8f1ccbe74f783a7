import MonitorCore

/// The seqs of a driver in a range, in order.
enum SeqWalk {
    case statement(SQLStatement)
    case postings(MergedPostings)

    init(_ driver: UpdateDriver, in range: SeqRange, order: UpdateFilter.Order, reader: PostingReader) throws {
        let direction = order == .asc ? "ASC" : "DESC"
        switch driver {
        case .all:
            let statement = try SQLStatement(
                "SELECT seq FROM updates WHERE seq > ? AND seq < ? ORDER BY seq \(direction)", on: reader.database)
            statement.bind(range.values)
            self = .statement(statement)
        case .search(let query):
            let statement = try SQLStatement(
                """
                SELECT rowid FROM updates_fts WHERE updates_fts MATCH ? AND rowid > ? AND rowid < ?
                ORDER BY rowid \(direction)
                """, on: reader.database)
            statement.bind([.text(query)] + range.values)
            self = .statement(statement)
        case .lists(let lists, _, _):
            self = .postings(try MergedPostings(lists, in: range, order: order, reader: reader))
        }
    }

    mutating func next() throws -> Seq? {
        switch self {
        case .statement(let statement):
            return try statement.step() ? SQLRow(pointer: statement.pointer).int(0) : nil
        case .postings(var postings):
            let seq = try postings.next()
            self = .postings(postings)
            return seq
        }
    }

    /// Lets go of the statement before its end.
    func close() {
        if case .statement(let statement) = self { statement.reset() }
    }
}
