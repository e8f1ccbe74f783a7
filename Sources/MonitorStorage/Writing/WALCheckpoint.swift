import GRDB
import GRDBSQLite

/// Moves the WAL's pages into the database between batches, after the answers.
///
/// SQLite's own checkpoint runs inside a commit and is its 4 to 7 ms tail; here nobody waits for it who does not come
/// right then, and no second connection does it (SQLite before 3.51.3 can corrupt a file on that).
final class WALCheckpoint {
    /// 16 MB of pages: a hot page is written back once for many commits that touched it.
    private static let pagesPerCheckpoint: Int32 = 4000

    private let connection: OpaquePointer
    /// Pages in the WAL after the last commit; SQLite's hook writes it.
    private let walPages = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    private var mustTruncate = false

    init(_ database: Database) throws {
        guard let connection = database.sqliteConnection else {
            throw StorageError(code: SQLITE_MISUSE, message: "the connection is closed")
        }
        self.connection = connection
        walPages.initialize(to: 0)
        // The hook takes the place of SQLite's automatic checkpoint.
        sqlite3_wal_hook(
            connection,
            { context, _, _, pages in
                context?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, walPages)
    }

    deinit {
        sqlite3_wal_hook(connection, nil, nil)
        walPages.deallocate()
    }

    /// Runs when the WAL has grown; `force` also empties the file, so that purged content is gone from it.
    func runIfDue(force: Bool) {
        mustTruncate = mustTruncate || force
        guard mustTruncate || walPages.pointee >= WALCheckpoint.pagesPerCheckpoint else { return }
        let mode = mustTruncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
        let isDone = sqlite3_wal_checkpoint_v2(connection, nil, mode, nil, nil) == SQLITE_OK
        // A reader may still need the WAL; then the next batch tries again.
        if isDone { mustTruncate = false }
        walPages.pointee = 0
    }
}
