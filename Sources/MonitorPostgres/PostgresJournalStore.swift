#if PostgreSQL
import Dispatch
package import Logging
package import MonitorCore

/// The journal on a PostgreSQL database that any number of servers share.
///
/// A writer, a feed and a pool of readers, each with its own sessions on its own threads. It opens without the
/// database: what needs it is answered with 503 until it is there, and goes on when it comes back.
package final class PostgresJournalStore: JournalEngine {
    package let place: String
    private let location: PostgresLocation
    private let options: Options
    private let queue: CommandQueue<WriteCommand>
    private let readers: ReaderPool
    private let own = OwnCommits()
    private let feed: JournalFeed
    private let threads = DispatchGroup()
    /// The database was reached, has our tables and is not being copied into.
    private let isPrepared = Flag()

    package struct Options: Sendable {
        /// Updates in one transaction at most.
        package var maxBatch = 512
        /// Updates that may wait for the writer; more are answered with 503.
        package var queueCapacity = 16_384
        package var readerCount = 4
        package var clock: WallClock = { .now }
        /// Opens a database that an import has begun with, which is closed to everything else.
        package var forImport = false
        package var logger = Logger(label: "monitor.postgres")

        package init() {}
    }

    package init(at location: PostgresLocation, options: Options = Options()) {
        self.location = location
        self.options = options
        place = location.description
        queue = CommandQueue(capacity: options.queueCapacity)
        readers = ReaderPool(
            location, count: options.readerCount, capacity: 4_096, logger: options.logger)
        feed = JournalFeed(location, own: own, isForImport: options.forImport, logger: options.logger)
    }

    /// Starts the writer and the feed of what every server commits.
    package func start(
        beginning begin: @escaping @Sendable (Seq) -> Void = { _ in },
        publishing publish: @escaping JournalPublisher = { _ in }
    ) {
        let writer = JournalWriter(
            queue: queue, own: own, maxBatch: options.maxBatch, clock: options.clock, logger: options.logger)
        DispatchQueue(label: "monitor.postgres.writer").async(group: threads) { [location] in
            writer.run(on: location)
        }
        DispatchQueue(label: "monitor.postgres.feed").async(group: threads) { [feed, isPrepared] in
            feed.run(
                beginning: { head in
                    isPrepared.raise()
                    begin(head)
                }, publishing: publish)
        }
    }

    /// Refuses further writes, does those that wait, and ends the sessions.
    package func close() {
        queue.close()
        feed.stop()
        threads.wait()
        readers.close()
    }

    deinit {
        queue.close()
        feed.stop()
    }

    /// Runs `body` on the writer's thread, in a transaction that it may share, and returns once that is durable.
    func write<Result: Sendable>(
        weight: Int = 1, lookups: WriteLookups = WriteLookups(),
        _ body: @escaping @Sendable (WriteSession) throws -> Result
    ) async throws -> Result {
        try requirePrepared()
        return try await withCheckedThrowingContinuation { continuation in
            queue.enqueue(WriteCommand(weight: weight, lookups: lookups, continuation: continuation, body))
        }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Result
    ) async throws -> Result {
        try requirePrepared()
        return try await readers.read(body)
    }

    private func requirePrepared() throws {
        guard isPrepared.isRaised else {
            throw APIError(.unavailable, "the database has not been reached yet; try again")
        }
    }

    /// Several statements in one snapshot.
    func readSnapshot<Result: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Result
    ) async throws -> Result {
        try await read { connection in try connection.snapshot { try body(connection) } }
    }
}
#endif
