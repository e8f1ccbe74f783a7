import GRDB
import MonitorCore

/// Opens the database file with the settings that the journal's promises rest on.
enum JournalDatabase {
    /// "MNTR": marks a file as ours (`PRAGMA application_id`).
    static let applicationID: Int64 = 0x4D4E_5452

    static func open(path: String, readerCount: Int, forImport: Bool) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = readerCount
        configuration.prepareDatabase { try $0.execute(sql: connectionSettings) }
        do {
            try refuseForeignFile(path: path, forImport: forImport)
            let pool = try DatabasePool(path: path, configuration: configuration)
            try Migrations.migrator.migrate(pool)
            try makeDurable(pool)
            return pool
        } catch let error as DatabaseError {
            throw DatabaseFileError("cannot use \(path): \(error.message ?? error.description)")
        }
    }

    /// `secure_delete` overwrites what is deleted, so that a purged secret is not in the file's free pages.
    private static let connectionSettings = """
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16000;
        PRAGMA journal_size_limit = 67108864;
        """

    /// Sets what GRDB's own set-up would overwrite, after it, and verifies it: it makes WAL connections NORMAL.
    private static func makeDurable(_ pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // Only where it is not ours yet: on a full disk a start must not need to write.
            if try Int64.fetchOne(database, sql: "PRAGMA application_id") != applicationID {
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2,
                try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
            else { throw DatabaseFileError("this SQLite cannot sync every commit; the journal would not be durable") }
        }
    }

    /// A file with tables that we did not write stays as it is, and one that a newer server has changed.
    private static func refuseForeignFile(path: String, forImport: Bool) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.read { database in
            let id = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            if tables.contains("importing") && !forImport {
                throw DatabaseFileError(
                    "a migration into \(path) has not finished; run monitor-server migrate again: it goes on where it was"
                )
            }
            if try Migrations.migrator.hasBeenSuperseded(database) {
                throw DatabaseFileError(
                    "\(path) was written by a newer monitor-server and was left untouched; use that one, or name another file with MONITOR_DB"
                )
            }
            if id == applicationID || tables.isEmpty { return }
            let isOriginal = Set(tables).isSuperset(of: ["workstreams", "tasks", "updates"])
            throw DatabaseFileError(
                isOriginal
                    ? "\(path) was written by the original Monitor and was left untouched; name a new file with MONITOR_DB, such as sqlite:monitor-swift.db?mode=rwc"
                    : "\(path) is a database of another program and was left untouched; name another file with MONITOR_DB"
            )
        }
        try database.close()
    }

    /// Leaves one file that can be copied.
    ///
    /// The pool's readers are read-only and close last, so that SQLite cannot remove the WAL with them.
    static func foldWAL(path: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.inDatabase { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        try database.close()
    }
}
