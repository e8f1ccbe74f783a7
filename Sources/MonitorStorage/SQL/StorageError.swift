import GRDBSQLite
package import MonitorCore

/// A failure of the database itself, not of what a client asked for.
package struct StorageError: Error, CustomStringConvertible {
    /// SQLite's extended result code.
    package let code: Int32
    package let message: String

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    init(of statement: OpaquePointer) {
        let database = sqlite3_db_handle(statement)
        code = sqlite3_extended_errcode(database)
        message = sqlite3_errmsg(database).map { String(cString: $0) } ?? "unknown"
    }

    package var description: String { "SQLite error \(code): \(message)" }

    /// What the client is told: the disk is full, or try again.
    package var apiError: APIError {
        code & 0xFF == SQLITE_FULL
            ? APIError(.storageFull, "the disk is full; nothing was stored")
            : APIError(.unavailable, "the store cannot write now; nothing was stored")
    }
}
