import Dispatch
import GRDB
package import MonitorCore

/// The journal on one SQLite file: one writer with group commit, and a pool of readers.
package final class SQLiteJournalStore: Sendable {
    /// The absolute path of the database file.
    package let path: String
    private let pool: DatabasePool
    private let queue: CommandQueue<WriteCommand>
    private let lock: DatabaseLock
    private let writerDone = DispatchGroup()

    package struct Options: Sendable {
        /// Updates in one transaction at most; 1 turns group commit off.
        package var maxBatch = 512
        /// Updates that may wait for the writer; more are answered with 503.
        package var queueCapacity = 16_384
        package var readerCount = 4
        package var clock: WallClock = { .now }
        /// Opens a file that an import has begun with, which is closed to everything else.
        package var forImport = false

        package init() {}
    }

    private let options: Options

    /// Opens the file and brings its schema up to date; writes wait until `start`.
    ///
    /// Throws a `DatabaseFileError` in words for a person where the file is in use, is not ours or cannot be written.
    package init(at location: SQLiteLocation, options: Options = Options()) throws {
        path = absolutePath(location.path)
        lock = try DatabaseLock(databasePath: path)
        try makePrivateFile(at: path, creating: location.createsFile)
        pool = try JournalDatabase.open(
            path: path, readerCount: options.readerCount, forImport: options.forImport)
        queue = CommandQueue(capacity: options.queueCapacity)
        self.options = options
    }

    /// Starts the writer, which gives `publish` the entries of each commit.
    package func start(publishing publish: @escaping JournalPublisher = { _ in }) {
        let writer = JournalWriter(queue: queue, maxBatch: options.maxBatch, publish: publish)
        writerDone.enter()
        pool.asyncWriteWithoutTransaction { [writerDone, queue, clock = options.clock] database in
            defer { writerDone.leave() }
            do {
                try writer.run(on: database, clock: clock)
            } catch {
                // The tables could not be read: nothing can be written by this process any more.
                queue.close()
            }
        }
    }

    /// Refuses further writes, does those that wait, and closes the file, which another store may open then.
    package func close() {
        queue.close()
        writerDone.wait()
        try? pool.close()
        try? JournalDatabase.foldWAL(path: path)
        lock.release()
    }

    deinit { queue.close() }

    /// Runs `body` on the writer's thread, in a transaction that it may share, and returns once that is durable.
    func write<Result: Sendable>(
        weight: Int = 1, _ body: @escaping @Sendable (WriteSession) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.enqueue(WriteCommand(weight: weight, continuation: continuation, body))
        }
    }

    /// Runs `body` on a reader, in one snapshot.
    func read<Result: Sendable>(_ body: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
        do {
            return try await pool.read(body)
        } catch let error as StorageError {
            throw error.apiError
        } catch is DatabaseError {
            throw APIError(.unavailable, "the store cannot be read now")
        }
    }
}
