import GRDB
import GRDBSQLite
import MonitorCore
import MonitorTesting
import Synchronization
import Testing

@testable import MonitorStorage

/// A million updates, most of them alike: of one task, one source and one kind; errors and the other task are rare.
@Suite(.serialized) struct QueryPlanTests {
    private static let count = 1_000_000

    @Test func `no filter scans or sorts a million skewed rows, and totals are exact`() async throws {
        let place = try TemporaryFolder()
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        store.start()
        let big = try await Sample(store, name: "big")
        let small = try await Sample(store, name: "small")
        try await store.write { try $0.fill(count: QueryPlanTests.count, big: big.task.id, small: small.task.id) }
        for (index, change) in QueryPlanTests.filters(big, small).enumerated() {
            for order in UpdateFilter.Order.allCases {
                var filter = UpdateFilter()
                change(&filter)
                filter.order = order
                let expected = try await store.expected(filter, big: big.task.id, small: small.task.id)
                let work = try await store.work(of: filter)
                let name = "filter \(index) \(order)"
                #expect(work.plans.allSatisfy(QueryPlanTests.isSearch), "\(name): \(work.plans)")
                #expect(work.scannedRows == 0 && work.sorts == 0, "\(name) scans or sorts")
                #expect(work.page.items.map(\.seq) == expected.seqs, "\(name)")
                #expect(work.page.total == expected.total, "\(name)")
            }
        }
        store.close()
    }

    @Test func `a task's changes are read from their index, in its order`() async throws {
        let place = try TemporaryFolder()
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        let plans = try await store.read { database in
            try SQLStatement("EXPLAIN QUERY PLAN \(EntryReader.stateChangesOfTask)", on: database).all { $0.text(3) }
        }
        #expect(plans.count == 1 && plans.allSatisfy { $0.contains("USING INDEX state_changes_by_task") }, "\(plans)")
        store.close()
    }

    /// A row of totals, and the search index's own settings.
    fileprivate static let oneRowTables = ["journal_state", "updates_fts_config"]

    /// The search index is a virtual table, whose every access SQLite calls a scan.
    private static func isSearch(_ plan: String) -> Bool {
        if plan.contains("TEMP B-TREE") { return false }
        return !plan.contains("SCAN") || plan.contains("VIRTUAL TABLE INDEX")
            || oneRowTables.contains(where: plan.contains)
    }

    private static func filters(_ big: Sample, _ small: Sample) -> [(inout UpdateFilter) -> Void] {
        let single: [(inout UpdateFilter) -> Void] = [
            { _ in },
            { $0.workstreamID = big.workstream.id },
            { $0.workstreamID = small.workstream.id },
            { $0.sources = ["common"] },
            { $0.sources = ["rare", "common"] },
            { $0.kinds = ["common"] },
            { $0.kinds = ["rare", "common", "none"] },
            { $0.levels = [.error] },
            { $0.levels = [.error, .info] },
            { $0.tags = ["common"] },
            { $0.tags = ["rare"] },
            { $0.tags = ["common", "rare"] },
            { $0.search = SearchQuery("rareword") },
            { ($0.search, $0.kinds) = (SearchQuery("rareword"), ["rare", "common"]) },
            { ($0.kinds, $0.tags, $0.levels) = (["common"], ["common"], [.info, .error]) },
            { ($0.sources, $0.tags) = (["common"], ["rare"]) },
            { $0.afterSeq = 5 },
            { $0.afterSeq = Seq(count) - 5 },
            { $0.beforeSeq = 1000 },
            { $0.since = Timestamp(microseconds: Int64(count) - 300) },
            { $0.until = Timestamp(microseconds: 300) },
        ]
        let withTask = single.flatMap { change in
            [big, small].map { sample in
                { (filter: inout UpdateFilter) in
                    change(&filter)
                    filter.taskID = sample.task.id
                }
            }
        }
        return single + withTask
    }
}

extension WriteSession {
    /// Fills the tables by SQL alone: every 1,000th update is of the small task and has the rare terms.
    fileprivate func fill(count: Int, big: TaskID, small: TaskID) throws {
        guard let big = try reference(to: big)?.key, let small = try reference(to: small)?.key else { return }
        let first = head
        let rare = "(i % 1000 = 0)"
        try database.execute(
            sql: """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
                INSERT INTO updates SELECT \(first) + i, randomblob(16), iif(\(rare), \(small), \(big)), i, 0,
                    iif(\(rare), 'rare', 'common'), NULL, iif(i % 100000 = 0, 'a rareword', 'words'),
                    iif(\(rare), 'rare', 'common'), iif(\(rare), 'error', 'info'),
                    iif(\(rare), '["common","rare"]', '["common"]'), NULL FROM n
                """)
        try database.execute(sql: "INSERT INTO updates_fts (updates_fts) VALUES ('rebuild')")
        indexedThrough = first + Seq(count)
        for index in 1...count {
            let isRare = index % 1000 == 0
            let name = isRare ? "rare" : "common"
            let content = UpdateContent(
                source: name, message: isRare ? "a rareword" : "words", kind: name, level: isRare ? .error : .info,
                tags: isRare ? ["common", "rare"] : ["common"])
            let (task, seq) = (isRare ? small : big, nextSeq())
            totals.add(task: task, seq: seq, at: Timestamp(microseconds: Int64(index)), content: content)
            try addPostings(task: task, seq: seq, terms: content.terms.map(id(of:)))
            if index % 500 == 0 { try writeTotals() }
        }
    }
}

extension SQLiteJournalStore {
    fileprivate struct Work {
        let page: Page<Update>
        let plans: [String]
        let scannedRows: Int
        let sorts: Int
    }

    /// Runs a list and says what SQLite did for it, by the plans and counters of all its statements.
    fileprivate func work(of filter: UpdateFilter) async throws -> Work {
        let statements = Mutex<Set<String>>([])
        return try await read { database in
            database.trace(options: .statement) { event in
                let sql = event.description
                statements.withLock { _ = $0.insert(sql) }
            }
            defer { database.trace(options: []) }
            guard let selection = try UpdateSelection(filter, on: database) else {
                return Work(page: Page(items: [], total: 0), plans: [], scannedRows: 0, sorts: 0)
            }
            let query = try UpdateQuery(selection, on: database)
            let items = try query.rows(order: filter.order, limit: filter.limit, UpdateRow.read)
            let page = Page(items: items, total: try query.total())
            database.trace(options: [])
            var (plans, scanned, sorts): ([String], Int, Int) = ([], 0, 0)
            for sql in statements.withLock({ $0 }) where sql.hasPrefix("SELECT") {
                plans += try SQLStatement("EXPLAIN QUERY PLAN \(sql)", on: database).all { $0.text(3) }
            }
            let wanted = statements.withLock { $0 }
            var statement = sqlite3_next_stmt(database.sqliteConnection, nil)
            while let current = statement {
                let sql = sqlite3_sql(current).map { String(cString: $0) } ?? ""
                let steps = Int(sqlite3_stmt_status(current, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1))
                if wanted.contains(sql), !sql.contains("_fts"), !sql.contains("journal_state") { scanned += steps }
                sorts += Int(sqlite3_stmt_status(current, SQLITE_STMTSTATUS_SORT, 1))
                statement = sqlite3_next_stmt(database.sqliteConnection, current)
            }
            return Work(page: page, plans: plans, scannedRows: scanned, sorts: sorts)
        }
    }

    /// What the list must be, from the rule by which the rows were made.
    fileprivate func expected(
        _ filter: UpdateFilter, big: TaskID, small: TaskID
    ) async throws -> (seqs: [Seq], total: Int) {
        let first = 4
        let bigWorkstream = try await task(big)?.workstreamID
        func matches(isRare: Bool) -> Bool {
            let name = isRare ? "rare" : "common"
            if let id = filter.taskID, id != (isRare ? small : big) { return false }
            if let id = filter.workstreamID, (id == bigWorkstream) == isRare { return false }
            if !filter.sources.isEmpty && !filter.sources.contains(name) { return false }
            if !filter.kinds.isEmpty && !filter.kinds.contains(name) { return false }
            if !filter.levels.isEmpty && !filter.levels.contains(isRare ? .error : .info) { return false }
            if !filter.tags.isEmpty && !filter.tags.contains("common") && !isRare { return false }
            return filter.search == nil || isRare
        }
        let low = max(1, Int(filter.afterSeq ?? 0) - first + 1, Int(filter.since?.microseconds ?? 1))
        let high = min(
            1_000_000, Int(filter.beforeSeq ?? 2_000_000) - first - 1, Int(filter.until?.microseconds ?? 1_000_000))
        let rareStep = filter.search == nil ? 1000 : 100_000
        let (rare, common) = (matches(isRare: true), matches(isRare: false))
        let rareCount = high / rareStep - (low - 1) / rareStep
        let commonCount = max(0, high - low + 1 - (high / 1000 - (low - 1) / 1000))
        var seqs: [Seq] = []
        let indices = stride(
            from: filter.order == .asc ? low : high, through: filter.order == .asc ? high : low,
            by: filter.order == .asc ? 1 : -1)
        for index in indices {
            if seqs.count == filter.limit { break }
            if index % 1000 == 0 ? rare && index % rareStep == 0 : common { seqs.append(Seq(first + index)) }
        }
        return (seqs, (rare ? rareCount : 0) + (common ? commonCount : 0))
    }
}
