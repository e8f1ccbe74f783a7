import MonitorCore
import MonitorTesting
import Testing

@Suite struct WorkstreamAndTaskContractTests {
    @Test(arguments: StoreCase.all)
    func `a workstream comes back as it was made`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, published in
            let made = try await store.createWorkstream(
                WorkstreamDraft(name: "a\u{FFFD}b\u{301}", metadata: RawJSON(parsing: #"{"n":1.0,"e":1e400}"#)))
            #expect(try await store.workstream(made.id) == made)
            #expect(made.metadata.text == #"{"n":1.0,"e":1e400}"#)
            let entry = try #require(await published.first(1).last)
            #expect(entry.event == .workstreamCreated && entry.json == made.json)
        }
    }

    @Test(arguments: StoreCase.all)
    func `archived workstreams are hidden unless asked for`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let kept = try await store.createWorkstream(WorkstreamDraft(name: "kept"))
            let old = try await store.createWorkstream(WorkstreamDraft(name: "old"))
            var patch = WorkstreamPatch()
            patch.status = .archived
            #expect(try await store.updateWorkstream(old.id, patch).status == .archived)
            #expect(try await store.workstreams(includeArchived: false).map(\.id) == [kept.id])
            #expect(try await store.workstreams(includeArchived: true).map(\.id) == [kept.id, old.id])
        }
    }

    @Test(arguments: StoreCase.all)
    func `a patch that changes nothing writes no entry`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let head = try await store.bounds().head
            var patch = TaskPatch()
            patch.name = sample.task.name
            #expect(try await store.updateTask(sample.task.id, patch) == sample.task)
            #expect(try await store.updateWorkstream(sample.workstream.id, WorkstreamPatch()) == sample.workstream)
            #expect(try await store.bounds().head == head)
        }
    }

    @Test(arguments: StoreCase.all)
    func `what does not exist is not found, and nothing is written`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            await #expect(throws: APIError.self) { try await store.updateTask(.make(), TaskPatch()) }
            await #expect(throws: APIError.self) { try await store.updateWorkstream(.make(), WorkstreamPatch()) }
            await #expect(throws: APIError.self) {
                try await store.createTask(TaskDraft(workstreamID: .make(), name: "x"))
            }
            await #expect(throws: APIError.self) { try await store.deleteTask(.make()) }
            let (missing, head) = (try await store.task(.make()), try await store.bounds().head)
            #expect(missing == nil && head == 0)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a task's list is filtered and paged in order of creation`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            var ids = [sample.task.id]
            for index in 0..<4 {
                let draft = TaskDraft(workstreamID: sample.workstream.id, name: "t\(index)")
                ids.append(try await store.createTask(draft).id)
            }
            var patch = TaskPatch()
            patch.hidden = true
            _ = try await store.updateTask(ids[1], patch)
            patch = TaskPatch()
            patch.status = .blocked
            _ = try await store.updateTask(ids[2], patch)

            var filter = TaskFilter()
            #expect(try await store.tasks(filter).items.map(\.id) == [ids[0], ids[2], ids[3], ids[4]])
            filter.limit = 2
            filter.after = ids[2]
            let page = try await store.tasks(filter)
            #expect(page.items.map(\.id) == [ids[3], ids[4]] && page.total == 4)
            filter = TaskFilter()
            filter.includeHidden = true
            filter.statuses = [.blocked, .done]
            #expect(try await store.tasks(filter).items.map(\.id) == [ids[2]])
            filter = TaskFilter()
            filter.attention = true
            #expect(try await store.tasks(filter).items.isEmpty)
        }
    }

    @Test(arguments: StoreCase.all)
    func `several tasks are found in one look, hidden ones too`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let (one, two) = (try await Sample(store).task, try await Sample(store).task)
            var patch = TaskPatch()
            patch.hidden = true
            let hidden = try await store.updateTask(two.id, patch)
            #expect(try await store.tasks([one.id, two.id, .make()]) == [one.id: one, two.id: hidden])
            #expect(try await store.tasks([]) == [:])
        }
    }

    @Test(arguments: StoreCase.all)
    func `tasks of archived workstreams are left out unless asked for`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            var patch = WorkstreamPatch()
            patch.status = .archived
            _ = try await store.updateWorkstream(sample.workstream.id, patch)
            #expect(try await store.tasks(TaskFilter()).items.isEmpty)
            var filter = TaskFilter()
            filter.includeArchivedWorkstreams = true
            #expect(try await store.tasks(filter).items.map(\.id) == [sample.task.id])
        }
    }

    @Test(arguments: StoreCase.all)
    func `a moved task takes its updates along, and both workstreams' streams see it`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let target = try await store.createWorkstream(WorkstreamDraft(name: "target"))
            _ = try await store.appendOne(sample.draft("before"))
            var patch = TaskPatch()
            patch.workstreamID = target.id
            let cursor = try await store.bounds().head
            #expect(try await store.updateTask(sample.task.id, patch).workstreamID == target.id)
            _ = try await store.appendOne(sample.draft("after"))
            #expect(try await store.messages { $0.workstreamID = target.id } == ["before", "after"])
            #expect(try await store.messages { $0.workstreamID = sample.workstream.id } == [])
            for id in [target.id, sample.workstream.id] {
                var filter = StreamFilter()
                filter.workstreamIDs = [id]
                let page = try await store.entries(after: cursor, matching: filter, limit: 10)
                #expect(page.entries.first?.event == .taskUpdated)
            }
        }
    }

    @Test(arguments: StoreCase.all)
    func `an update moves the task's activity in the same step`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            _ = try await store.append([
                sample.draft("one", level: .error), sample.draft("two"), sample.draft("three", level: .error),
            ])
            let activity = try #require(try await store.task(sample.task.id)).activity
            #expect(activity.lastMessage == "three" && activity.updateCount == 3 && activity.errorCount == 2)
            #expect(activity.lastSeq == 5)
        }
    }

    @Test(arguments: StoreCase.all)
    func `tasks are listed by their newest update, page by page, without those that have none`(_ kind: StoreCase)
        async throws
    {
        try await kind.withStore { store, _ in
            let samples = [
                try await Sample(store, name: "a"), try await Sample(store, name: "b"),
                try await Sample(store, name: "c"),
                try await Sample(store, name: "silent"),
            ]
            for index in [0, 2, 1, 0] { _ = try await store.appendOne(samples[index].draft("x")) }
            var filter = TaskFilter()
            (filter.order, filter.limit) = (.activity, 2)
            let first = try await store.tasks(filter)
            #expect(first.items.map(\.name) == ["a", "b"] && first.total == 3)
            filter.lastSeqBefore = first.items.last?.activity.lastSeq
            #expect(try await store.tasks(filter).items.map(\.name) == ["c"])
        }
    }
}
