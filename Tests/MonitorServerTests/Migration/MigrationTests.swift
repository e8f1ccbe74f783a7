import MonitorCore
import MonitorTesting
import Testing

@testable import MonitorServer

@Suite struct MigrationTests {
    @Test(arguments: StoreCase.all, StoreCase.all)
    func `a copy has everything as it was, also when it was interrupted`(_ from: StoreCase, _ to: StoreCase)
        async throws
    {
        let (origin, copy) = (try TemporaryFolder(), try TemporaryFolder())
        let clock = ManualClock()
        let source = try await from.open(in: origin, clock: clock.wallClock)
        try await MigrationTests.fill(source, clock)
        try await MigrationTests.begin(source, to, in: copy)
        let checksum = try await MigrationTests.migrate(source, to, in: copy)
        #expect(checksum.updates == 57 && checksum.keys == 3)

        let copied = try await to.open(in: copy)
        #expect(try await Answers(of: copied) == Answers(of: source))
        #expect(try await copied.archivedState() == source.archivedState())
        let head = try await source.bounds().head
        let task = try #require(try await copied.tasks(TaskFilter()).items.first)
        let draft = UpdateDraft(taskID: task.id, content: UpdateContent(source: "s", message: "next"))
        guard case .stored(let seq, _) = try await copied.append([draft]).first else { return #expect(Bool(false)) }
        #expect(seq == head + 1)
        for store in [source, copied] { store.close() }
    }

    /// An attempt that ends in the middle.
    private static func begin(_ source: StoreCase.Store, _ to: StoreCase, in copy: TemporaryFolder) async throws {
        let target = try await to.open(in: copy, forImport: true)
        try await target.beginImport(try await source.archivedState())
        try await target.importEntries(try await source.archivedEntries(after: 0, limit: 7))
        target.close()
    }

    private static func migrate(
        _ source: StoreCase.Store, _ to: StoreCase, in copy: TemporaryFolder
    ) async throws -> ArchiveChecksum {
        let target = try await to.open(in: copy, forImport: true)
        defer { target.close() }
        return try await Migration(source: source, target: target, report: { _ in }).run()
    }

    @Test(arguments: StoreCase.all)
    func `a store that holds something is not copied into`(_ kind: StoreCase) async throws {
        let (origin, copy) = (try TemporaryFolder(), try TemporaryFolder())
        let (source, target) = (try await kind.open(in: origin), try await kind.open(in: copy))
        _ = try await target.createWorkstream(WorkstreamDraft(name: "here before"))
        await #expect(throws: APIError.self) {
            try await Migration(source: source, target: target, report: { _ in }).run()
        }
        #expect(try await target.workstreams(includeArchived: true).count == 1)
        for store in [source, target] { store.close() }
    }

    /// A little of everything: late and purged updates, moved and deleted tasks, keys, deliveries, checks, a session.
    private static func fill(_ store: StoreCase.Store, _ clock: ManualClock) async throws {
        let one = try await store.createWorkstream(WorkstreamDraft(name: "one"))
        let two = try await store.createWorkstream(WorkstreamDraft(name: "two \u{1F600}"))
        let task = try await store.createTask(TaskDraft(workstreamID: one.id, name: "moved"))
        let gone = try await store.createTask(TaskDraft(workstreamID: one.id, name: "gone"))
        for index in 0..<60 {
            clock.advance(by: .seconds(index % 7 == 0 ? -30 : 10))
            let content = UpdateContent(
                source: "claude:\(index % 3)", message: "message \(index)", kind: "k\(index % 2)",
                level: index % 5 == 0 ? .error : nil, tags: ["t\(index % 4)", "all"],
                data: try RawJSON(parsing: #"{"n":1.0,"z":"\u0000"}"#))
            _ = try await store.append([
                UpdateDraft(
                    taskID: index % 30 == 1 ? gone.id : task.id, content: content,
                    idempotencyKey: index % 20 == 0 ? "key \(index)" : nil)
            ])
        }
        var patch = TaskPatch()
        (patch.workstreamID, patch.summaryText) = (two.id, .set("moved over"))
        _ = try await store.updateTask(task.id, patch)
        try await store.deleteTask(gone.id)
        try await store.deleteUpdate(.seq(10))
        let session = BrowserSession(
            id: .make(), digest: [1, 2], owner: [3], userAgent: "browser", createdAt: clock.now, lastUsedAt: clock.now)
        try await store.openBrowserSession(session, limit: 5)
    }
}

/// What a store answers to a choice of questions.
private struct Answers: Equatable {
    var tasks: [TrackedTask]
    var facets: UpdateFacets
    var lists: [[Update]] = []
    var totals: [Int] = []
    var sessions: [BrowserSession]

    init(of store: StoreCase.Store) async throws {
        var all = TaskFilter()
        (all.includeHidden, all.includeArchivedWorkstreams) = (true, true)
        tasks = try await store.tasks(all).items
        facets = try await store.facets(of: UpdateFilter(), since: [])
        let changes: [(inout UpdateFilter) -> Void] = [
            { _ in }, { $0.sources = ["claude:1"] }, { $0.tags = ["t2"] }, { $0.levels = [.error] },
            { $0.search = SearchQuery("message 4*") }, { $0.since = Timestamp(microseconds: 0) },
        ]
        for change in changes {
            var filter = UpdateFilter()
            filter.limit = 100
            change(&filter)
            let page = try await store.updates(filter)
            lists.append(page.items)
            totals.append(page.total)
        }
        sessions = try await store.browserSessions(of: [3])
    }
}
