import MonitorCore

/// The search index follows the rows at a distance.
///
/// FTS5 writes a segment in each transaction that touches it, and merges segments later: a few large ones cost less than
/// half of what one for each commit does.
extension WriteSession {
    /// Updates whose words may wait for a search or for each other; so many are indexed in some 5 ms.
    static let searchBacklogCapacity = 1024

    /// At the end of a transaction.
    func indexFullBacklog() throws {
        if unindexed >= WriteSession.searchBacklogCapacity { try indexForSearch() }
    }

    /// Brings the search index up to the newest row.
    func indexForSearch() throws {
        if unindexed == 0 { return }
        try statements.indexForSearch.run([.int(indexedThrough)])
        (indexedThrough, unindexed) = (head, 0)
    }

    /// Where the index ends, and how many updates come after.
    func loadSearchBacklog() throws {
        indexedThrough =
            try SQLStatement("SELECT indexed_through FROM journal_state", on: database).first { $0.int(0) } ?? 0
        unindexed =
            try SQLStatement("SELECT count(*) FROM updates WHERE seq > ?", on: database)
            .first([.int(indexedThrough)]) { Int($0.int(0)) } ?? 0
    }
}
