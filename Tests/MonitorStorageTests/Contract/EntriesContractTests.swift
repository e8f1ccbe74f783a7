import MonitorCore
import MonitorTesting
import Testing

@Suite struct EntriesContractTests {
    @Test(arguments: StoreCase.all, [1, 2, 3, 7, 500])
    func `pages of any size give the published entries, once and in order`(_ kind: StoreCase, limit: Int) async throws {
        try await kind.withStore { store, published in
            let samples = [try await Sample(store, name: "a"), try await Sample(store, name: "b")]
            for index in 0..<30 {
                _ = try await store.appendOne(samples[index % 2].draft("\(index)", kind: "k\(index % 3)", tags: ["t"]))
                if index % 4 == 0 {
                    var patch = TaskPatch()
                    patch.name = "name \(index)"
                    _ = try await store.updateTask(samples[index % 2].task.id, patch)
                }
            }
            let head = try await store.bounds().head
            let entries = await published.first(Int(head))
            for filter in EntriesContractTests.filters(samples) {
                var (cursor, read): (Seq, [JournalEntry]) = (0, [])
                while cursor < head {
                    let page = try await store.entries(after: cursor, matching: filter, limit: limit)
                    #expect(page.cursor > cursor)
                    (cursor, read) = (page.cursor, read + page.entries)
                }
                let expected = entries.filter(filter.matches)
                #expect(read.map(\.seq) == expected.map(\.seq))
                let sameContent = read.map(\.json) == expected.map(\.json) && read.map(\.event) == expected.map(\.event)
                #expect(sameContent)
            }
        }
    }

    @Test(arguments: StoreCase.all)
    func `a task's changes come newest first, each with the row as it was`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let (sample, other) = (try await Sample(store, name: "a"), try await Sample(store, name: "b"))
            for name in ["one", "two", "three"] {
                var patch = TaskPatch()
                patch.name = name
                _ = try await store.updateTask(sample.task.id, patch)
                _ = try await store.updateTask(other.task.id, patch)
                _ = try await store.appendOne(sample.draft("between"))
            }
            let all = try await store.stateChanges(of: sample.task.id, before: nil, limit: 10)
            let names = all.map { (try? JSONDocument(parsing: $0.json))?.value["name"]?.string }
            #expect(names == ["three", "two", "one", "a"])
            #expect(all.map(\.event) == [.taskUpdated, .taskUpdated, .taskUpdated, .taskCreated])
            #expect(all.allSatisfy { $0.keys.taskID == sample.task.id })
            let rest = try await store.stateChanges(of: sample.task.id, before: all[0].seq, limit: 2)
            #expect(rest.map(\.seq) == all[1...2].map(\.seq))
            #expect(try await store.stateChanges(of: .make(), before: nil, limit: 10).isEmpty)
        }
    }

    private static func filters(_ samples: [Sample]) -> [StreamFilter] {
        let changes: [(inout StreamFilter) -> Void] = [
            { _ in },
            { $0.taskIDs = [samples[0].task.id] },
            { $0.taskIDs = samples.map(\.task.id) },
            { $0.workstreamIDs = [samples[1].workstream.id] },
            { $0.workstreamIDs = samples.map(\.workstream.id) },
            {
                $0.taskIDs = [samples[0].task.id]; $0.workstreamIDs = [samples[1].workstream.id]
            },
            { $0.kinds = ["k1"] },
            {
                $0.kinds = ["k1", "k2"]; $0.taskIDs = [samples[0].task.id]
            },
            { $0.tags = ["t", "none"] },
            { $0.sources = ["none"] },
            { $0.taskIDs = [.make()] },
            { $0.events = [.taskUpdated, .workstreamCreated] },
            { $0.events = [.update] },
        ]
        return changes.map { change in
            var filter = StreamFilter()
            change(&filter)
            return filter
        }
    }
}
