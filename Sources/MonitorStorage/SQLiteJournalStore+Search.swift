import GRDB
import MonitorCore

extension SQLiteJournalStore {
    /// Lets a search find every update that was acknowledged before it: the writer indexes those that wait.
    ///
    /// Throws what a write throws: an error is better than a list that lacks the newest updates and does not say so.
    func prepareSearch(_ filters: [UpdateFilter]) async throws {
        guard filters.contains(where: { $0.search != nil }) else { return }
        guard try await read(SQLiteJournalStore.hasSearchBacklog) else { return }
        try await write { try $0.indexForSearch() }
    }

    @Sendable private static func hasSearchBacklog(_ database: Database) throws -> Bool {
        try SQLStatement(
            "SELECT 1 FROM updates WHERE seq > (SELECT indexed_through FROM journal_state) LIMIT 1", on: database
        ).first { _ in true } ?? false
    }
}
