package import MonitorCore
import MonitorStorage

/// A kind of store that the contract suite runs on; a new one joins by one line in `all`.
package struct StoreCase: Sendable, CustomStringConvertible {
    package let name: String
    private let open: @Sendable (_ place: TemporaryFolder, _ clock: @escaping WallClock) throws -> OpenedStore

    package static let all = [sqlite]

    package var description: String { name }

    /// A store that runs, with what it publishes.
    package struct OpenedStore: Sendable {
        package let store: any JournalStore & BrowserSessionStore
        package let published: EntryLog
        package let close: @Sendable () -> Void
    }

    /// Runs `body` on an empty store.
    package func withStore(
        clock: @escaping WallClock = { .now },
        _ body: (any JournalStore & BrowserSessionStore, EntryLog) async throws -> Void
    ) async throws {
        let place = try TemporaryFolder()
        try await withStore(in: place, clock: clock, body)
    }

    /// Runs `body` on the store at a place, which keeps what is in it until the place goes.
    package func withStore(
        in place: TemporaryFolder, clock: @escaping WallClock = { .now },
        _ body: (any JournalStore & BrowserSessionStore, EntryLog) async throws -> Void
    ) async throws {
        let opened = try open(place, clock)
        do {
            try await body(opened.store, opened.published)
        } catch {
            opened.close()
            throw error
        }
        opened.close()
    }

    private static let sqlite = StoreCase(name: "SQLite") { place, clock in
        var options = SQLiteJournalStore.Options()
        options.clock = clock
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("monitor.db")), options: options)
        let published = EntryLog()
        store.start(publishing: published.publish)
        return OpenedStore(store: store, published: published, close: store.close)
    }
}
