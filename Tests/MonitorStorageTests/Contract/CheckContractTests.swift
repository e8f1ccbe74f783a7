import MonitorCore
import MonitorTesting
import Testing

@Suite struct CheckContractTests {
    @Test(arguments: StoreCase.all)
    func `a failed run needs the agent at work on its branch until one passes`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            _ = try await store.recordOne(.session(.working))
            _ = try await store.recordOne(.run(1, .failed))
            let tasks = try await store.tasks(TaskFilter()).items
            #expect(tasks.map(\.name) == ["fix", "fix"] && tasks.map(\.checks?.state) == [.failed, .failed])
            #expect(tasks[0].attention?.reason == .ci && tasks[0].agentState == .working)
            #expect(tasks[1].attention == nil)
            _ = try await store.recordOne(.run(1, .running))
            #expect(try await store.task(tasks[0].id)?.checks?.state == .failed)
            _ = try await store.recordOne(.run(2, .passed))
            let after = try #require(try await store.task(tasks[0].id))
            #expect(after.attention == nil && after.checks?.state == .passed)
        }
    }

    @Test(arguments: StoreCase.all)
    func `without an agent the forge's own task needs somebody`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            _ = try await store.recordOne(.run(1, .failed))
            _ = try await store.recordOne(.session(.working, branch: "other"))
            #expect(try await store.tasks(TaskFilter()).items.map(\.attention?.reason) == [.ci, nil])
        }
    }

    @Test(arguments: StoreCase.all)
    func `a subject's state follows the forge's time, not the order of arrival`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            for (status, second) in [(TrackedTask.Status.active, 1), (.done, 3), (.active, 2)] {
                var delivery = SourceDelivery.run(1, .running)
                let time = Timestamp(microseconds: Int64(second) * 1_000_000)
                delivery.event.signals = [.subject(SubjectChange(status: status, time: time))]
                _ = try await store.recordOne(delivery)
            }
            #expect(try await store.tasks(TaskFilter()).items.map(\.status) == [.done])
        }
    }
}

extension SourceDelivery {
    /// A session's event on branch `fix` of `octo/shop`.
    static func session(
        _ meaning: SessionSignal.Meaning, session: String = "s", prompt: String? = nil, branch: String = "fix",
        identity: String? = nil
    ) -> SourceDelivery {
        let key = "claude-code:\(session)"
        let route = Route(
            workstream: .repository("octo/shop"),
            task: Route.Task(
                key: "session:\(key)", name: prompt ?? branch, naming: prompt == nil ? .branch : .prompt),
            agent: "claude-code", repository: "octo/shop", branch: branch)
        return SourceDelivery(
            event: SourceEvent(
                content: UpdateContent(source: "claude:\(session)", message: "m"), route: route, identity: identity,
                signals: [.session(SessionSignal(session: key, meaning: meaning))]))
    }

    /// A run of `CI` on branch `fix`, as the forge of `Octo/shop` tells it.
    static func run(_ run: Int64, _ state: CheckRun.State) -> SourceDelivery {
        let check = CheckRun(
            repository: "Octo/shop", branch: "fix", name: "CI", run: run, state: state, message: "CI failed on fix")
        let route = Route(
            workstream: .repository("Octo/shop"),
            task: Route.Task(key: "github:octo/shop@fix", name: "fix", naming: .branch), agent: "github",
            repository: "Octo/shop", branch: "fix")
        return SourceDelivery(
            event: SourceEvent(
                content: UpdateContent(source: "github:Octo/shop", message: "m"), route: route,
                signals: [.check(check)]))
    }
}

extension JournalStore {
    func recordOne(_ delivery: SourceDelivery) async throws -> AppendOutcome { try await record([delivery])[0] }
}
