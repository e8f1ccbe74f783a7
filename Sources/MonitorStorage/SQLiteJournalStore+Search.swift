import GRDB
import MonitorCore

extension SQLiteJournalStore {
    /// Has the writer index the updates that wait, so that a search need not match them by itself.
    ///
    /// Where it cannot, as on a full disk, the search does.
    func prepareSearch(_ filters: [UpdateFilter]) async throws {
        guard filters.contains(where: { $0.search != nil }) else { return }
        guard try await read(SQLiteJournalStore.hasSearchBacklog) else { return }
        try? await write { try $0.indexForSearch() }
    }

    @Sendable private static func hasSearchBacklog(_ database: Database) throws -> Bool {
        try SQLStatement(
            "SELECT 1 FROM updates WHERE seq > (SELECT indexed_through FROM journal_state) LIMIT 1", on: database
        ).first { _ in true } ?? false
    }
}
