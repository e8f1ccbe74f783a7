import MonitorCore

/// The seqs of a driver in a range, in order.
struct SeqWalk {
    /// One of the two is there; beside each other, so that posting lists change in their place.
    private var statement: SQLStatement?
    private var postings: MergedPostings?
    /// What a search finds beyond its index, oldest first: at the end of a rising walk, at the beginning of a falling one.
    private var backlog: ArraySlice<Seq> = []
    private let order: UpdateFilter.Order
    /// The next seq, if there is one.
    private(set) var head: Seq?

    init(_ driver: UpdateDriver, in range: SeqRange, order: UpdateFilter.Order, reader: PostingReader) throws {
        self.order = order
        switch driver {
        case .all:
            let sql = "SELECT seq FROM updates WHERE seq > ? AND seq < ? ORDER BY seq \(order.sql)"
            try start(SQLStatement(sql, on: reader.database), range.values)
        case .search(let query):
            let sql = """
                SELECT rowid FROM updates_fts WHERE updates_fts MATCH ? AND rowid > ? AND rowid < ?
                ORDER BY rowid \(order.sql)
                """
            backlog = try SearchBacklog(database: reader.database).seqs(matching: query, in: range)[...]
            try start(SQLStatement(sql, on: reader.database), [.text(query)] + range.values)
        case .lists(let lists, _, _):
            postings = try MergedPostings(lists, in: range, order: order, reader: reader)
            head = postings?.head
        }
    }

    private mutating func start(_ statement: SQLStatement, _ values: [SQLValue]) throws {
        statement.bind(values)
        self.statement = statement
        try advance()
    }

    /// Goes on to the next seq.
    mutating func advance() throws {
        if postings != nil {
            try postings?.advance()
            head = postings?.head
        } else if order == .desc, let seq = backlog.popLast() {
            head = seq
        } else if let seq = try stepped() {
            head = seq
        } else {
            statement = nil
            head = backlog.popFirst()
        }
    }

    private func stepped() throws -> Seq? {
        guard let statement, try statement.step() else { return nil }
        return SQLRow(pointer: statement.pointer).int(0)
    }

    /// Moves to the first seq at or beyond this one.
    ///
    /// A statement is stepped: asked anew with another bound, FTS5 would begin at the end of its list again.
    mutating func seek(to seq: Seq) throws {
        if postings != nil {
            try postings?.seek(to: seq)
            head = postings?.head
        } else {
            while let head, order.isBefore(head, seq) { try advance() }
        }
    }

    /// Lets go of the statement before its end.
    func close() { statement?.reset() }
}

/// The seqs that are in all of some walks, in order: each walk jumps to where the others are.
struct IntersectedWalk {
    private var walks: [SeqWalk]

    /// The first walk should be the shortest.
    init(_ walks: [SeqWalk]) { self.walks = walks }

    mutating func next() throws -> Seq? {
        guard var seq = walks.first?.head else { return nil }
        var index = 0
        while index < walks.count {
            try walks[index].seek(to: seq)
            guard let head = walks[index].head else { return nil }
            // One that is further on sends the first walk after it; the others follow.
            index = head == seq ? index + 1 : 0
            seq = head
        }
        try walks[0].advance()
        return seq
    }

    func close() {
        for walk in walks { walk.close() }
    }
}
