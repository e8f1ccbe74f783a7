import Foundation
import Synchronization

extension PostgresServer {
    /// The address of a database, as libpq takes it.
    package func url(database: String) -> String {
        let name = PostgresServer.encoded(database)
        switch transport {
        case .socket: return "postgres://monitor@/\(name)?host=\(PostgresServer.encoded(folder))"
        case .loopback: return "postgres://monitor@127.0.0.1:\(port)/\(name)"
        }
    }

    /// Makes an empty database and returns its name.
    package func createDatabase() async throws -> String {
        let name = "test_\(databases.add(1, ordering: .relaxed).newValue)"
        try await run("CREATE DATABASE \(name) TEMPLATE template0 STRATEGY wal_log")
        return name
    }

    /// Removes a database, and ends the sessions that it has.
    package func dropDatabase(_ name: String) async throws {
        try await run("DROP DATABASE IF EXISTS \"\(name)\" WITH (FORCE)")
    }

    /// Runs SQL by `psql` and returns its rows as lines, with `|` between columns.
    @discardableResult
    package func run(_ sql: String, in database: String = "postgres") async throws -> [String] {
        let options = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder, "-p", "\(port)", "-U", "monitor"]
        let words = programs.client("psql", options + ["-d", database, "-c", sql])
        let process = try PostgresProcess(words, in: folder)
        try await process.success()
        return process.log.lines
    }

    /// Percent-encoded for a part of an address; the slashes of a path may stay.
    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
    }
}
