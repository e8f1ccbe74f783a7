import GRDB
import MonitorCore
import MonitorTesting
import Synchronization
import Testing

@testable import MonitorStorage

@Suite struct FacetPlanTests {
    @Test func `facets neither scan updates nor sort, whatever the filter`() async throws {
        let place = try TemporaryFolder()
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        store.start()
        defer { store.close() }
        let sample = try await Sample(store)
        _ = try await store.append([sample.draft("word", source: "s:1", kind: "k", level: .info, tags: ["t"])])
        let filters: [(inout UpdateFilter) -> Void] = [
            { _ in }, { $0.search = SearchQuery("word") }, { $0.sourceFamilies = ["s"] }, { $0.kinds = ["k"] },
            { $0.workstreamID = sample.workstream.id }, { $0.since = Timestamp(microseconds: 0) },
            { ($0.search, $0.tags, $0.levels) = (SearchQuery("wor*"), ["t"], [.info]) },
        ]
        for (index, change) in filters.enumerated() {
            var filter = UpdateFilter()
            change(&filter)
            let plans = try await store.facetPlans(of: filter)
            #expect(plans.count > 1 && plans.allSatisfy(FacetPlanTests.isBounded), "filter \(index): \(plans)")
        }
    }

    /// The search index is a virtual table, whose every access SQLite calls a scan; workstreams and their tasks are few.
    private static func isBounded(_ plan: String) -> Bool {
        let isScan = plan.contains("SCAN") && !plan.contains("VIRTUAL TABLE INDEX")
        return !plan.contains("TEMP B-TREE") && (!isScan || plan.contains("SCAN w") || plan.contains("SCAN (subquery"))
    }
}

extension SQLiteJournalStore {
    /// The plans of all statements that facets take.
    fileprivate func facetPlans(of filter: UpdateFilter) async throws -> [String] {
        let statements = Mutex<Set<String>>([])
        try await prepareSearch([filter])
        return try await read { database in
            database.trace(options: .statement) { event in
                let sql = event.description
                statements.withLock { _ = $0.insert(sql) }
            }
            _ = try FacetReader(database: database).facets(of: filter, since: [Timestamp(microseconds: 1)])
            database.trace(options: [])
            return try statements.withLock { $0 }.filter { $0.hasPrefix("SELECT") && !$0.contains("_fts_") }.flatMap {
                try SQLStatement("EXPLAIN QUERY PLAN \($0)", on: database).all { $0.text(3) }
            }
        }
    }
}
