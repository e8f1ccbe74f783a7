import GRDB
import MonitorCore
import MonitorTesting
import Testing

@testable import MonitorStorage

/// What is not in the search index yet is found all the same, and survives what happens to it meanwhile.
@Suite struct SearchBacklogTests {
    @Test func `words wait for a search, which finds them`() async throws {
        try await withStore { store in
            let sample = try await Sample(store)
            _ = try await store.append([sample.draft("first needle"), sample.draft("second needle")])
            #expect(try await store.backlog() == 2)
            #expect(try await store.page { $0.search = SearchQuery("needle") }.total == 2)
            #expect(try await store.backlog() == 0)
            _ = try await store.appendOne(sample.draft("third needle"))
            var filter = UpdateFilter()
            filter.search = SearchQuery("needle")
            #expect(try await store.facets(of: filter, since: []).total.value == 3)
            try await store.checkIndex()
        }
    }

    @Test func `a full backlog is indexed with the batch that fills it`() async throws {
        try await withStore { store in
            let sample = try await Sample(store)
            let drafts = (1...WriteSession.searchBacklogCapacity).map { sample.draft("needle \($0)") }
            _ = try await store.append(Array(drafts.dropLast()))
            #expect(try await store.backlog() == drafts.count - 1)
            _ = try await store.append(drafts.suffix(1))
            #expect(try await store.backlog() == 0)
            _ = try await store.appendOne(sample.draft("needle in a new backlog"))
            #expect(try await store.page { $0.search = SearchQuery("needle") }.total == drafts.count + 1)
            try await store.checkIndex()
        }
    }

    @Test(arguments: [UpdateFilter.Order.asc, .desc])
    func `a search whose updates cannot be indexed finds them all the same, in order`(
        _ order: UpdateFilter.Order
    ) async throws {
        try await withStore { store in
            let sample = try await Sample(store)
            for text in ["a needle", "hay", "needles"] { _ = try await store.appendOne(sample.draft(text)) }
            try await store.write { try $0.indexForSearch() }
            for text in ["NÉEDLE", "more hay", "needle's end"] {
                _ = try await store.appendOne(sample.draft(text, tags: ["t"]))
            }
            var filter = UpdateFilter()
            (filter.search, filter.order) = (SearchQuery("needle"), order)
            let found = try await store.seqs(filter)
            #expect(found == (order == .asc ? [3, 6, 8] : [8, 6, 3]))
            filter.tags = ["t"]
            #expect(try await store.seqs(filter).sorted() == [6, 8])
            (filter.afterSeq, filter.beforeSeq) = (6, 9)
            #expect(try await store.seqs(filter) == [8])
        }
    }

    @Test func `what waited when the store was closed is found after it is opened again`() async throws {
        let place = try TemporaryFolder()
        try await withStore(at: place) { store in
            _ = try await store.appendOne(try await Sample(store).draft("needle"))
        }
        try await withStore(at: place) { store in
            #expect(try await store.backlog() == 1)
            #expect(try await store.page { $0.search = SearchQuery("needle") }.total == 1)
            try await store.checkIndex()
        }
    }

    @Test func `a batch that failed leaves the backlog as it was`() async throws {
        try await withStore { store in
            let sample = try await Sample(store)
            _ = try await store.appendOne(sample.draft("needle"))
            await #expect(throws: APIError.self) {
                try await store.write { session in
                    _ = try session.append(PreparedUpdate(sample.draft("lost needle")))
                    try session.indexForSearch()
                    try session.execute("INSERT INTO tasks (id) VALUES (NULL)")
                }
            }
            #expect(try await store.backlog() == 1)
            #expect(try await store.page { $0.search = SearchQuery("needle") }.total == 1)
            try await store.checkIndex()
        }
    }

    @Test func `an update that is purged while it waits is not indexed later`() async throws {
        try await withStore { store in
            let sample = try await Sample(store)
            _ = try await store.appendOne(sample.draft("kept needle"))
            let seq = try #require(try await store.appendOne(sample.draft("leaked needle")).seq)
            try await store.deleteUpdate(.seq(seq))
            #expect(try await store.page { $0.search = SearchQuery("needle") }.total == 1)
            #expect(try await store.page { $0.search = SearchQuery("leaked") }.total == 0)
            try await store.checkIndex()
        }
    }

    @Test func `a store whose words were indexed at once goes on from its newest row`() async throws {
        let place = try TemporaryFolder()
        let pool = try DatabasePool(path: place.file("m.db"))
        try Migrations.migrator.migrate(pool, upTo: "0003_browser_sessions")
        try await pool.write { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = \(JournalDatabase.applicationID);
                    INSERT INTO workstreams (id, name, status, metadata, created_at, updated_at)
                        VALUES (zeroblob(16), 'w', 'active', '{}', 1, 1);
                    INSERT INTO tasks (id, workstream, name, status, metadata, created_at, updated_at)
                        VALUES (zeroblob(16), 1, 't', 'active', '{}', 1, 1);
                    INSERT INTO updates VALUES
                        (7, zeroblob(16), 1, 1, 0, 'manual', NULL, 'old needle', NULL, NULL, '[]', NULL);
                    INSERT INTO updates_fts (rowid, message, tags) VALUES (7, 'old needle', '[]');
                    UPDATE journal_state SET head = 7, update_count = 1;
                    """)
        }
        try pool.close()
        try await withStore(at: place) { store in
            #expect(try await store.backlog() == 0)
            #expect(try await store.page { $0.search = SearchQuery("needle") }.items.map(\.seq) == [7])
            try await store.checkIndex()
        }
    }
}

private func withStore(
    at place: TemporaryFolder? = nil, _ body: (SQLiteJournalStore) async throws -> Void
) async throws {
    let place = try place ?? TemporaryFolder()
    let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
    store.start()
    defer { store.close() }
    try await body(store)
}

extension SQLiteJournalStore {
    /// Updates that are not in the index.
    fileprivate func backlog() async throws -> Int {
        try await write { $0.unindexed }
    }

    /// What a search finds that nobody has prepared.
    fileprivate func seqs(_ filter: UpdateFilter) async throws -> [Seq] {
        try await read { try UpdateQuery.page(of: filter, on: $0) }.items.map(\.seq)
    }

    /// SQLite's own check, which compares the index with the rows.
    fileprivate func checkIndex() async throws {
        try await write { try $0.execute("INSERT INTO updates_fts (updates_fts, rank) VALUES ('integrity-check', 1)") }
    }
}
