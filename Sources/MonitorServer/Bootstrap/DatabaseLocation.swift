import Logging
import MonitorCore
package import MonitorStorage

#if PostgreSQL
package import MonitorPostgres
#endif

/// Where the journal is, from `MONITOR_DB`; the one place that knows which kinds of store there are.
package enum DatabaseLocation: Equatable, Sendable {
    case sqlite(SQLiteLocation)
    #if PostgreSQL
    case postgres(PostgresLocation)
    #endif

    /// Throws a message that says what is wrong with the URL.
    init(url: String) throws {
        let isPostgres = url.hasPrefix("postgres://") || url.hasPrefix("postgresql://")
        guard isPostgres || url.hasPrefix("sqlite:") else {
            throw InvalidLocation(description: "must begin with sqlite: or postgres://")
        }
        self = isPostgres ? try DatabaseLocation.postgres(url: url) : .sqlite(try SQLiteLocation(url: url))
    }

    #if PostgreSQL
    private static func postgres(url: String) throws -> DatabaseLocation {
        .postgres(try PostgresLocation(url: url))
    }
    #else
    private static func postgres(url: String) throws -> DatabaseLocation {
        throw InvalidSetting(
            "MONITOR_DB",
            "names PostgreSQL, which this monitor-server was built without: install libpq-dev (macOS: libpq), make build"
        )
    }
    #endif

    /// Opens the store; `forImport` one that a migration writes to.
    func open(
        maxBatch: Int, forImport: Bool = false, logger: Logger
    ) throws -> any JournalEngine & JournalArchive {
        switch self {
        case .sqlite(let location):
            var options = SQLiteJournalStore.Options()
            (options.maxBatch, options.forImport) = (maxBatch, forImport)
            return try SQLiteJournalStore(at: location, options: options)
        #if PostgreSQL
        case .postgres(let location):
            var options = PostgresJournalStore.Options()
            (options.maxBatch, options.forImport, options.logger) = (maxBatch, forImport, logger)
            return PostgresJournalStore(at: location, options: options)
        #endif
        }
    }

    private struct InvalidLocation: Error, CustomStringConvertible {
        let description: String
    }
}
