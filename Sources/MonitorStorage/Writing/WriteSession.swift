import GRDB
import MonitorCore

/// What the writer knows between commands: the head of the journal, caches, and totals not written yet.
///
/// Confined to the writer's thread. After a transaction that failed it starts again from the tables.
final class WriteSession {
    let database: Database
    let clock: WallClock
    let statements: WriteStatements

    /// Ids are unique, not secret; the system's generator costs two system calls an id.
    var random = SplitMix64()
    var head: Seq = 0
    /// Up to where updates are in the search index, and how many come after.
    var indexedThrough: Seq = 0
    var unindexed = 0
    /// The latest time of a row so far; an older one that comes after it is `late`.
    var latestTime = Timestamp(microseconds: 0)
    var totals = PendingTotals()
    var entries: [JournalEntry] = []
    var taskCache: [TaskID: TaskReference] = [:]
    var termCache: [Term: Int64] = [:]
    var tails = PostingTails()
    /// Tasks by the keys of their routes.
    var routeCache: [String: TaskID] = [:]
    private var hasPurged = false

    init(_ database: Database, clock: @escaping WallClock) throws {
        self.database = database
        self.clock = clock
        statements = try WriteStatements(database)
        try load()
    }

    /// Runs `body` in a transaction and returns its result with the entries to publish.
    func transaction<Result>(_ body: () throws -> Result) throws -> (Result, [JournalEntry]) {
        try statements.begin.run()
        do {
            let result = try body()
            try indexFullBacklog()
            try writeTotals()
            try statements.commit.run()
            defer { entries = [] }
            return (result, entries)
        } catch {
            try rollback()
            throw error
        }
    }

    func nextSeq() -> Seq {
        head += 1
        return head
    }

    func execute(_ sql: String, _ values: SQLValue...) throws {
        try SQLStatement(sql, on: database).run(values)
    }

    /// Marks that content was removed that must leave the WAL too.
    func markPurged() { hasPurged = true }

    func takePurged() -> Bool {
        defer { hasPurged = false }
        return hasPurged
    }

    private func rollback() throws {
        if database.isInsideTransaction { try statements.rollback.run() }
        (totals, entries, taskCache, termCache, routeCache) = (PendingTotals(), [], [:], [:], [:])
        tails = PostingTails()
        hasPurged = false
        try load()
    }

    private func load() throws {
        head = try SQLStatement("SELECT head FROM journal_state", on: database).first { $0.int(0) } ?? 0
        try loadSearchBacklog()
        let latest = try SQLStatement(
            "SELECT timestamp FROM updates WHERE late = 0 ORDER BY timestamp DESC LIMIT 1", on: database
        ).first { $0.timestamp(0) }
        latestTime = latest ?? Timestamp(microseconds: 0)
    }
}
