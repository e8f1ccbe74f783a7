#if PostgreSQL
import CLibPQ
import MonitorCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One session with a PostgreSQL server; it blocks, and is confined to the thread that opened it.
final class PostgresConnection {
    let pointer: OpaquePointer
    /// Names of the statements that this session has prepared.
    var prepared: [String: String] = [:]
    var preparedCount = 0
    /// The type of the rows that it writes, once that was looked up.
    var rowType: PostgresType?

    /// Connects, with limits so that neither side waits for ever for the other; the URL may say otherwise.
    init(to location: PostgresLocation) throws {
        let settings = [
            ("connect_timeout", "5"), ("tcp_user_timeout", "10000"), ("keepalives_idle", "10"),
            ("fallback_application_name", "monitor-server"), ("dbname", location.url), ("client_encoding", "UTF8"),
        ]
        let opened = withCStrings(settings.map(\.0)) { names in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let opened else { throw PostgresError(of: nil) }
        pointer = opened
        guard PQstatus(opened) == CONNECTION_OK else { throw PostgresError(of: opened) }
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
        try run(PostgresConnection.sessionSettings)
        try refuseOtherEncoding()
    }

    deinit { PQfinish(pointer) }

    /// A server that stands still in a transaction holds up the others: the database ends it.
    private static let sessionSettings = """
        SET statement_timeout = '30s';
        SET idle_in_transaction_session_timeout = '15s';
        SET jit = off;
        """

    private func refuseOtherEncoding() throws {
        let encoding = PQparameterStatus(pointer, "server_encoding").map { String(cString: $0) }
        guard encoding == "UTF8" else {
            throw PostgresError.corrupt("texts in \(encoding ?? "an unknown encoding"), and Monitor needs UTF8")
        }
    }

    /// The process that serves this session, as notifications name it.
    var backend: Int32 { PQbackendPID(pointer) }

    var isLost: Bool { PQstatus(pointer) != CONNECTION_OK }

    /// Runs statements without parameters, whose answers do not matter.
    func run(_ sql: String) throws { _ = try PostgresResult(PQexec(pointer, sql), on: pointer) }

    /// Runs one statement with `$1` and so on.
    @discardableResult
    func execute(_ sql: String, _ values: [PostgresValue] = []) throws -> PostgresResult {
        let result = PostgresParameters(values).withLayout {
            PQexecParams(pointer, sql, $0.count, $0.types, $0.values, $0.lengths, $0.formats, 1)
        }
        return try PostgresResult(result, on: pointer)
    }

    /// Runs `body` in one snapshot.
    func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
        try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            try? run("ROLLBACK")
            throw error
        }
    }
}

private func withCStrings<Result>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) } + [nil])
}
#endif
