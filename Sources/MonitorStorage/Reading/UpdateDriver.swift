import MonitorCore

/// The index that a query walks in seq order; the rest of the selection is checked row by row.
enum UpdateDriver: Equatable {
    case all
    case tasks([Int64])
    case workstreams([Int64])
    case terms([Int64], of: Term.Dimension)
    /// The posting lists of one task.
    case taskTerms(Int64, [Int64], of: Term.Dimension)
    case search(String)

    /// One `SELECT` for each list to merge, with the values that it binds before the range of seqs.
    private var lists: [(sql: String, values: [SQLValue])] {
        switch self {
        case .all: [("SELECT seq FROM updates WHERE TRUE", [])]
        case .tasks(let keys): keys.map { ("SELECT seq FROM updates WHERE task = ?", [.int($0)]) }
        case .workstreams(let keys): keys.map { ("SELECT seq FROM updates WHERE workstream = ?", [.int($0)]) }
        case .terms(let ids, _): ids.map { ("SELECT seq FROM update_terms WHERE term = ?", [.int($0)]) }
        case .taskTerms(let task, let ids, _):
            ids.map { ("SELECT seq FROM task_update_terms WHERE task = ? AND term = ?", [.int(task), .int($0)]) }
        case .search(let query):
            [("SELECT rowid AS seq FROM updates_fts WHERE updates_fts MATCH ?", [.text(query)])]
        }
    }

    private var seqColumn: String {
        if case .search = self { "rowid" } else { "seq" }
    }

    /// The seqs in order, each once. `UNION` with an order merges the lists as they stand, without sorting.
    func seqs(in range: SeqRange, order: UpdateFilter.Order) -> (sql: String, values: [SQLValue]) {
        let bounded = lists.map { ("\($0.sql) AND \(seqColumn) > ? AND \(seqColumn) < ?", $0.values + range.values) }
        let direction = order == .asc ? "ASC" : "DESC"
        return (
            bounded.map(\.0).joined(separator: " UNION ")
                + " ORDER BY \(seqColumn == "rowid" ? "rowid" : "seq") \(direction)",
            bounded.flatMap(\.1)
        )
    }

    /// How many seqs each list has in the range; their sum is exact only where the lists share none.
    func counts(in range: SeqRange) -> [(sql: String, values: [SQLValue])] {
        lists.map { list in
            (
                list.sql.replacingSelectedColumn(with: "count(*)") + " AND \(seqColumn) > ? AND \(seqColumn) < ?",
                list.values + range.values
            )
        }
    }

    /// True where one update can be in two of the lists.
    var listsOverlap: Bool {
        switch self {
        case .terms(let ids, .tag), .taskTerms(_, let ids, .tag): ids.count > 1
        default: false
        }
    }
}

extension String {
    fileprivate func replacingSelectedColumn(with column: String) -> String {
        guard let from = firstRange(of: " FROM ") else { return self }
        return "SELECT \(column)" + self[from...]
    }

    private func firstRange(of text: String) -> Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}
