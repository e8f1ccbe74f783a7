#if PostgreSQL
import CLibPQ
import MonitorCore

/// What the database or its library refused, or that it went away.
struct PostgresError: Error, CustomStringConvertible {
    /// Five characters (PostgreSQL's manual, appendix A); empty where the library itself failed.
    let sqlState: String
    let message: String
    /// The session is gone: another one may succeed.
    let isConnectionLost: Bool

    /// What the connection says of itself.
    init(of connection: OpaquePointer?) {
        sqlState = ""
        message = PostgresError.oneLine(PQerrorMessage(connection))
        isConnectionLost = true
    }

    init(of result: OpaquePointer?, on connection: OpaquePointer) {
        // PG_DIAG_SQLSTATE, which Swift does not see as the macro of a character.
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        sqlState = state
        message = PostgresError.oneLine(PQresultErrorMessage(result) ?? PQerrorMessage(connection))
        isConnectionLost =
            PQstatus(connection) != CONNECTION_OK || state.hasPrefix("08") || PostgresError.endings.contains(state)
    }

    /// A statement that was not run, because one before it in its pipeline failed.
    static let skipped = PostgresError(message: "skipped")

    /// An answer that is not what we wrote.
    static func corrupt(_ what: String) -> PostgresError { PostgresError(message: "the database holds \(what)") }

    private init(message: String) {
        sqlState = ""
        self.message = message
        isConnectionLost = false
    }

    /// The server ends a session: by its administrator, in a crash, while it starts, or because it stood idle too long.
    private static let endings: Set = ["57P01", "57P02", "57P03", "57P05", "25P03"]

    var description: String {
        sqlState.isEmpty ? "PostgreSQL: \(message)" : "PostgreSQL \(sqlState): \(message)"
    }

    /// What the client is told: the disk is full, or try again.
    var apiError: APIError {
        sqlState == "53100"
            ? APIError(.storageFull, "the database's disk is full; nothing was stored")
            : APIError(.unavailable, "the database cannot be used now; try again")
    }

    private static func oneLine(_ message: UnsafePointer<CChar>?) -> String {
        let text = message.map { String(cString: $0) } ?? "unknown"
        return text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}
#endif
