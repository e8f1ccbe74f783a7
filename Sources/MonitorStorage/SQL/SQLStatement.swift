import GRDB
import GRDBSQLite
import MonitorCore

/// A prepared statement that binds and reads by position, straight on SQLite.
///
/// GRDB opens connections, prepares and caches; its row layer costs 8 to 12 µs an update, and it binds text up to the
/// first NUL only. Confined to the connection's own thread, as the statement is.
struct SQLStatement {
    private let statement: Statement
    let pointer: OpaquePointer

    /// Takes the statement from the connection's cache, or prepares it.
    init(_ sql: String, on database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
        pointer = statement.sqliteStatement
    }

    /// Runs a statement that returns no rows.
    func run(_ values: [SQLValue] = []) throws {
        bind(values)
        try finish()
    }

    /// Runs a statement whose values are bound, to its end.
    func finish() throws {
        while try step() {}
    }

    /// Reads one row, if there is one.
    func first<Row>(_ values: [SQLValue] = [], _ read: (SQLRow) throws -> Row) throws -> Row? {
        bind(values)
        defer { reset() }
        return try step() ? read(SQLRow(pointer: pointer)) : nil
    }

    /// Reads all rows.
    func all<Row>(_ values: [SQLValue] = [], _ read: (SQLRow) throws -> Row) throws -> [Row] {
        var rows: [Row] = []
        try forEach(values) { rows.append(try read($0)) }
        return rows
    }

    func forEach(_ values: [SQLValue] = [], _ body: (SQLRow) throws -> Void) throws {
        bind(values)
        defer { reset() }
        while try step() { try body(SQLRow(pointer: pointer)) }
    }

    /// True while there is a row to read; the end and an error reset the statement.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            reset()
            return false
        default:
            let error = StorageError(of: pointer)
            reset()
            throw error
        }
    }

    func reset() { sqlite3_reset(pointer) }

    func bind(_ values: [SQLValue]) {
        var binder = SQLBinder(pointer)
        for value in values { binder.bind(value) }
    }
}

/// A value to bind where speed does not matter.
enum SQLValue {
    case null
    case int(Int64)
    case text(String)
    case blob([UInt8])
    case id(high: UInt64, low: UInt64)

    static func id(_ id: ID<some Any>) -> SQLValue { .id(high: id.high, low: id.low) }

    static func text(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }

    static func int(_ value: Int64?) -> SQLValue { value.map { .int($0) } ?? .null }

    static func json(_ json: RawJSON) -> SQLValue { .text(json.text) }

    static func bool(_ value: Bool) -> SQLValue { .int(value ? 1 : 0) }
}
