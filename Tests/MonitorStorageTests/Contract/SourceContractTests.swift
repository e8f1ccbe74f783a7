import MonitorCore
import MonitorTesting
import Testing

@Suite struct SourceContractTests {
    @Test(arguments: StoreCase.all)
    func `the first event of a session makes its workstream and its task`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, published in
            let outcome = try await store.recordOne(.session(.working, prompt: "Fix the tax"))
            #expect(outcome.isStored)
            let task = try #require(try await store.tasks(TaskFilter()).items.first)
            #expect(task.name == "Fix the tax" && task.agentState == .working && task.branch == "fix")
            #expect(task.agent == "claude-code" && task.repository == "octo/shop" && task.activity.updateCount == 1)
            #expect(try await store.workstreams(includeArchived: false).map(\.name) == ["octo/shop"])
            #expect(await published.first(3).map(\.event) == [.workstreamCreated, .taskCreated, .update])
        }
    }

    @Test(arguments: StoreCase.all)
    func `fifty first deliveries at once make one task`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<50 {
                    group.addTask {
                        _ = try await store.recordOne(.session(.working, session: "s\(index % 2)"))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.workstreams(includeArchived: true).count == 1)
            #expect(try await store.tasks(TaskFilter()).total == 2)
            #expect(try await store.page().total == 50)
        }
    }

    @Test(arguments: StoreCase.all)
    func `the same delivery fifty times at once is stored once`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let outcomes = try await withThrowingTaskGroup(of: AppendOutcome.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await store.recordOne(.session(.working, identity: "claude-code:1")) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter(\.isStored).count == 1)
            #expect(outcomes.filter(\.isRepeated).count == 49)
            #expect(Set(outcomes.compactMap(\.seq)).count == 1)
        }
    }

    @Test(arguments: StoreCase.all)
    func `an idempotency key makes a repeat too, whatever the body says`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            var delivery = SourceDelivery.session(.working)
            delivery.idempotencyKey = "k"
            let first = try await store.recordOne(delivery)
            delivery.event.content.message = "other"
            let second = try await store.recordOne(delivery)
            #expect(first.isStored && second.isRepeated && first.seq == second.seq)
            #expect(try await store.page().total == 1)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a wait is seen at once, journalled, and cleared by the tool's end`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, published in
            _ = try await store.recordOne(.session(.working))
            _ = try await store.recordOne(.session(.asked(.init(reason: .permission, message: "Bash: rm"))))
            var needy = TaskFilter()
            needy.attention = true
            let waiting = try #require(try await store.tasks(needy).items.first)
            #expect(waiting.attention?.message == "Bash: rm" && waiting.agentState == .waiting)
            let entry = try #require(await published.first(5).last)
            #expect(entry.event == .taskUpdated && entry.json == waiting.json)
            _ = try await store.recordOne(.session(.toolEnded(.init(id: "1", fingerprint: "x"))))
            #expect(try await store.tasks(needy).total == 0)
        }
    }

    @Test(arguments: StoreCase.all)
    func `what a person sets stays`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            _ = try await store.recordOne(.session(.sessionStarted))
            let task = try #require(try await store.tasks(TaskFilter()).items.first)
            #expect(task.name == "fix")
            var patch = TaskPatch()
            (patch.name, patch.status) = ("Mine", .blocked)
            _ = try await store.updateTask(task.id, patch)
            _ = try await store.recordOne(.session(.working, prompt: "Other"))
            _ = try await store.recordOne(.session(.sessionEnded))
            let after = try #require(try await store.task(task.id))
            #expect(after.name == "Mine" && after.status == .blocked && after.agentState == .ended)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a session's end finishes its task, and its return opens it and its workstream again`(_ kind: StoreCase)
        async throws
    {
        try await kind.withStore { store, _ in
            _ = try await store.recordOne(.session(.working))
            _ = try await store.recordOne(.session(.sessionEnded))
            let task = try #require(try await store.tasks(TaskFilter()).items.first)
            #expect(task.status == .done)
            var patch = WorkstreamPatch()
            patch.status = .archived
            _ = try await store.updateWorkstream(task.workstreamID, patch)
            _ = try await store.recordOne(.session(.toolEnded(.init(id: nil, fingerprint: "late"))))
            #expect(try await store.task(task.id)?.status == .done)
            #expect(try await store.workstream(task.workstreamID)?.status == .archived)
            _ = try await store.recordOne(.session(.sessionStarted))
            #expect(try await store.task(task.id)?.status == .active)
            #expect(try await store.workstream(task.workstreamID)?.status == .active)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a moved task keeps its later updates, and a purged one begins anew`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            _ = try await store.recordOne(.session(.working))
            let task = try #require(try await store.tasks(TaskFilter()).items.first)
            var patch = TaskPatch()
            patch.workstreamID = try await store.createWorkstream(WorkstreamDraft(name: "elsewhere")).id
            _ = try await store.updateTask(task.id, patch)
            _ = try await store.recordOne(.session(.working))
            #expect(try await store.task(task.id)?.activity.updateCount == 2)
            try await store.deleteTask(task.id)
            _ = try await store.recordOne(.session(.working))
            let new = try await store.tasks(TaskFilter()).items
            #expect(new.count == 1 && new.first?.id != task.id)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a pinned task takes the event, and one that is not there refuses it`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            var delivery = SourceDelivery.session(.working, prompt: "A prompt")
            delivery.taskID = sample.task.id
            #expect(try await store.recordOne(delivery).isStored)
            let task = try #require(try await store.task(sample.task.id))
            #expect(task.name == "sample" && task.agentState == .working && task.status == .active)
            delivery.taskID = .make()
            #expect(try await store.recordOne(delivery).error?.code == .notFound)
            #expect(try await store.workstreams(includeArchived: true).count == 1)
            delivery.taskID = nil
            delivery.workstreamID = .make()
            #expect(try await store.recordOne(delivery).error?.code == .notFound)
            delivery.workstreamID = sample.workstream.id
            #expect(try await store.recordOne(delivery).isStored)
            #expect(
                try await store.tasks(TaskFilter()).items.map(\.workstreamID) == [
                    sample.workstream.id, sample.workstream.id,
                ])
        }
    }

    @Test(arguments: StoreCase.all)
    func `a silent session is stale, and nobody is needed for it`(_ kind: StoreCase) async throws {
        let clock = ManualClock()
        try await kind.withStore(clock: clock.wallClock) { store, _ in
            _ = try await store.recordOne(.session(.working, session: "a"))
            let question = SessionSignal.Question(reason: .question, message: "Which?")
            _ = try await store.recordOne(.session(.asked(question), session: "b"))
            clock.advance(by: .seconds(15 * 60))
            #expect(try await store.ageSessions(SilenceLimits()) == 0)
            clock.advance(by: .seconds(1))
            #expect(try await store.ageSessions(SilenceLimits()) == 1)
            #expect(try await store.tasks(TaskFilter()).items.map(\.agentState) == [.stale, .waiting])
            clock.advance(by: .seconds(24 * 3600))
            #expect(try await store.ageSessions(SilenceLimits()) == 1)
            #expect(try await store.tasks(TaskFilter()).items.map(\.attention) == [nil, nil])
            _ = try await store.recordOne(.session(.working, session: "a"))
            #expect(try await store.tasks(TaskFilter()).items.map(\.agentState) == [.working, .stale])
        }
    }

    @Test(arguments: StoreCase.all)
    func `a time that the sender tells is kept, but none of the future`(_ kind: StoreCase) async throws {
        let clock = ManualClock()
        try await kind.withStore(clock: clock.wallClock) { store, _ in
            for offset in [-60, 60] as [Int64] {
                var delivery = SourceDelivery.session(.working)
                delivery.timestamp = clock.now.advanced(by: .seconds(offset))
                _ = try await store.recordOne(delivery)
            }
            let times = try await store.page().items.map(\.timestamp)
            #expect(times == [clock.now.advanced(by: .seconds(-60)), clock.now])
        }
    }
}
