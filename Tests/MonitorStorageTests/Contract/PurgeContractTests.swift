import MonitorCore
import MonitorTesting
import Testing

@Suite struct PurgeContractTests {
    @Test(arguments: StoreCase.all)
    func `a purged update is gone from lists, search, totals, the task and the replay`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            _ = try await store.appendOne(sample.draft("harmless", level: .error))
            let outcome = try await store.appendOne(
                sample.draft("hunter2 leaked", kind: "k", level: .error, tags: ["t"]))
            let seq = try #require(outcome.seq)
            var patch = TaskPatch()
            patch.status = .blocked
            _ = try await store.updateTask(sample.task.id, patch)

            try await store.deleteUpdate(.seq(seq))

            #expect(try await store.update(.seq(seq)) == nil)
            #expect(try await store.page().total == 1)
            #expect(try await store.page { $0.search = SearchQuery("hunter2") }.total == 0)
            #expect(try await store.page { $0.kinds = ["k"] }.total == 0)
            #expect(try await store.page { $0.tags = ["t"] }.total == 0)
            #expect(try await store.page { $0.levels = [.error] }.total == 1)
            let activity = try #require(try await store.task(sample.task.id)).activity
            #expect(activity.lastMessage == "harmless" && activity.updateCount == 1 && activity.errorCount == 1)
            let page = try await store.entries(after: 0, matching: StreamFilter(), limit: 100)
            #expect(page.entries.last?.event == .updateDeleted)
            #expect(!page.entries.contains { String(decoding: $0.json, as: UTF8.self).contains("hunter2") })
            await #expect(throws: APIError.self) { try await store.deleteUpdate(.seq(seq)) }
        }
    }

    @Test(arguments: StoreCase.all)
    func `a key whose update was purged does not bring it back`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let seq = try #require(try await store.appendOne(sample.draft("secret", key: "k1")).seq)
            try await store.deleteUpdate(.seq(seq))
            #expect(try await store.appendOne(sample.draft("secret", key: "k1")).error?.code == .conflict)
            #expect(try await store.page().total == 0)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a deleted task takes its updates with it and leaves the others`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, published in
            let doomed = try await Sample(store, name: "doomed")
            let kept = try await Sample(store, name: "kept")
            _ = try await store.append([
                doomed.draft("one", tags: ["t"]), kept.draft("two", tags: ["t"]), doomed.draft("three"),
            ])
            try await store.deleteTask(doomed.task.id)
            #expect(try await store.task(doomed.task.id) == nil)
            #expect(try await store.messages() == ["two"])
            #expect(try await store.page { $0.tags = ["t"] }.total == 1)
            #expect(try await store.page { $0.workstreamID = doomed.workstream.id }.total == 0)
            #expect(try await store.appendOne(doomed.draft("four")).error?.code == .notFound)
            #expect(await published.first(8).last?.event == .taskDeleted)
        }
    }
}
