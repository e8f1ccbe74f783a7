import GRDB

/// A server's database, looked at from outside while no server has it.
struct JournalFile {
    private let database: DatabaseQueue

    init(_ path: String) throws { database = try DatabaseQueue(path: path) }

    /// What SQLite finds wrong in the file and what contradicts itself in the tables; empty where all is well.
    func problems() throws -> [String] {
        try database.read { database in
            let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map(\.description)
            return pages + references
        }
    }
}
