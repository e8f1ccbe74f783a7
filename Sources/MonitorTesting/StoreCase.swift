import Foundation
package import MonitorCore
import MonitorStorage

#if PostgreSQL
import MonitorPostgres
#endif

/// A kind of store that the contract suite runs on; a new one joins by one line in `all`.
package struct StoreCase: Sendable, CustomStringConvertible {
    package let name: String
    private let make: @Sendable (TemporaryFolder, @escaping WallClock, _ forImport: Bool) async throws -> Store

    package typealias Store = any JournalEngine & JournalArchive

    #if PostgreSQL
    package static let all = [sqlite, postgres]
    #else
    package static let all = [sqlite]
    #endif

    /// The store of tests that run on one kind at a time: SQLite, or what `MONITOR_TEST_STORE` names.
    package static var underTest: StoreCase {
        let name = ProcessInfo.processInfo.environment["MONITOR_TEST_STORE"] ?? sqlite.name
        guard let known = all.first(where: { $0.name == name }) else {
            preconditionFailure("MONITOR_TEST_STORE is '\(name)'; known here are \(all.map(\.name))")
        }
        return known
    }

    /// Whether that is SQLite, for what is asked of a file only.
    package static var isFile: Bool { underTest.name == sqlite.name }

    package var description: String { name }

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
        let published = EntryLog()
        let store = try await open(in: place, clock: clock, publishing: published.publish)
        defer { store.close() }
        try await body(store, published)
    }

    /// Opens the store at a place and starts it; returns once it has begun.
    package func open(
        in place: TemporaryFolder, clock: @escaping WallClock = { .now }, forImport: Bool = false,
        publishing publish: @escaping JournalPublisher = { _ in },
        beginning begin: @escaping @Sendable (Seq) -> Void = { _ in }
    ) async throws -> Store {
        let store = try await make(place, clock, forImport)
        let start = Race<Seq>()
        try await store.start(
            beginning: { head in
                begin(head)
                start.finish(.success(head))
            }, publishing: publish)
        _ = try await start.result()
        return store
    }

    /// The address of the database that belongs to a folder; `nil` where a server finds it by itself.
    package func url(in place: TemporaryFolder) async throws -> String? {
        name == StoreCase.sqlite.name ? nil : try await PostgresServer.shared.url(in: place)
    }

    private static let sqlite = StoreCase(name: "SQLite") { place, clock, forImport in
        var options = SQLiteJournalStore.Options()
        (options.clock, options.forImport) = (clock, forImport)
        return try SQLiteJournalStore(at: SQLiteLocation(path: place.file("monitor.db")), options: options)
    }

    #if PostgreSQL
    private static let postgres = StoreCase(name: "PostgreSQL") { place, clock, forImport in
        var options = PostgresJournalStore.Options()
        (options.clock, options.forImport, options.readerCount) = (clock, forImport, 2)
        return PostgresJournalStore(
            at: try PostgresLocation(url: try await PostgresServer.shared.url(in: place)), options: options)
    }
    #endif
}

extension PostgresServer {
    /// The address of the database that belongs to a folder; the first time it is made.
    package func url(in place: TemporaryFolder) async throws -> String {
        let file = place.file("database")
        if let name = try? String(contentsOfFile: file, encoding: .utf8) { return url(database: name) }
        let name = try await createDatabase()
        try name.write(toFile: file, atomically: true, encoding: .utf8)
        return url(database: name)
    }
}
