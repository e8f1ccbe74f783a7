import MonitorCore

extension SQLiteJournalStore {
    /// Has the writer index the updates that wait, so that a search need not match them by itself.
    ///
    /// Where it cannot, as on a full disk, the search does.
    func prepareSearch(_ filters: [UpdateFilter]) async throws {
        guard filters.contains(where: { $0.search != nil }) else { return }
        if try await read({ try SearchBacklog(database: $0).isEmpty }) { return }
        try? await write { try $0.indexForSearch() }
    }
}
