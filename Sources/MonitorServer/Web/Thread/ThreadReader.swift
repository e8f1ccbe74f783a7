import MonitorCore

/// A stretch of a task's thread, newest first.
struct ThreadWindow {
    let updates: [Update]
    let changes: [StateChange]
    /// Where the next older stretch ends; `nil` when this one goes back to the first entry.
    let olderBefore: Seq?
    /// How many updates are further back; 0 where a filter leaves that open.
    let olderCount: Int
}

/// Reads stretches of a thread: updates and the changes of the task between them.
struct ThreadReader {
    let store: any JournalStore
    let filter: ThreadFilter

    /// A window never holds more of either kind; the store lists 200 at most.
    private static let limit = 200

    /// What lies before a seq; the newest without one.
    func window(before: Seq?, limit: Int) async throws -> ThreadWindow {
        var query = filter.query(.desc, limit: limit)
        query.beforeSeq = before
        // Of all updates the number is kept; what a filter finds would have to be counted.
        if !filter.isEmpty { query.totalLimit = limit + 1 }
        let page = try await store.updates(query)
        let entries = try await entries(before: before)
        let isCut = page.total > page.items.count
        // The oldest change that was read is not told: there is none to tell it against.
        let lastChange = entries.count > ThreadReader.limit ? entries.last.map { $0.seq + 1 } : nil
        let horizon = [isCut ? page.items.last?.seq : nil, lastChange].compactMap(\.self).max() ?? 0
        let updates = page.items.filter { $0.seq >= horizon }
        return ThreadWindow(
            updates: updates, changes: StateChange.changes(entries).filter { $0.seq >= horizon },
            olderBefore: horizon > 0 ? horizon : nil,
            olderCount: filter.isEmpty ? page.total - updates.count : 0)
    }

    /// What came after a seq; `nil` when it is more than a window holds.
    func window(after seq: Seq) async throws -> ThreadWindow? {
        var query = filter.query(.desc, limit: ThreadReader.limit)
        (query.afterSeq, query.totalLimit) = (seq, ThreadReader.limit + 1)
        let page = try await store.updates(query)
        let entries = try await entries(before: nil)
        guard page.total == page.items.count, entries.count <= ThreadReader.limit || entries.last?.seq ?? 0 <= seq
        else { return nil }
        return ThreadWindow(
            updates: page.items, changes: StateChange.changes(entries).filter { $0.seq > seq }, olderBefore: nil,
            olderCount: 0)
    }

    /// The seq before which a window has the update near its middle; `nil` when that is the newest window.
    func windowEnd(around seq: Seq, half: Int) async throws -> Seq? {
        var query = filter.query(.asc, limit: half)
        (query.afterSeq, query.totalLimit) = (seq, half + 1)
        let page = try await store.updates(query)
        return page.total > page.items.count ? page.items.last.map { $0.seq + 1 } : nil
    }

    /// One more than a window holds: what the oldest is told against.
    private func entries(before: Seq?) async throws -> [JournalEntry] {
        guard filter.isEmpty else { return [] }
        return try await store.stateChanges(of: filter.taskID, before: before, limit: ThreadReader.limit + 1)
    }
}
