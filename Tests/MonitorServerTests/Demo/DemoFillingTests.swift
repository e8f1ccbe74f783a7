import MonitorCore
import MonitorStorage
import MonitorTesting
import Testing

@testable import MonitorServer

@Suite struct DemoFillingTests {
    @Test func `the demo is a day with every state, told by real deliveries`() async throws {
        try await withTestServer { server in
            try await filling(server).fill()
            var filter = TaskFilter()
            filter.includeHidden = true
            let tasks = try await server.store.tasks(filter).items
            #expect(tasks.count >= 25)
            #expect(try await server.store.workstreams(includeArchived: true).count == 5)
            let states = Set(tasks.compactMap(\.agentState))
            #expect(states.isSuperset(of: [.working, .waiting, .idle, .failed, .stale, .ended]), "\(states)")
            #expect(Set(tasks.map(\.status)) == Set(TrackedTask.Status.allCases))
            let reasons = Set(tasks.compactMap(\.attention?.reason))
            #expect(reasons.isSuperset(of: [.permission, .question, .plan, .error, .ci]), "\(reasons)")
            let updates = try await server.store.updates(.newest(1_000))
            #expect(updates.items.allSatisfy { $0.timestamp <= server.clock.now })
            #expect(updates.items.contains { $0.content.author == "ada" })
            #expect(!updates.items.contains { $0.content.kind == "external_update" })
        }
    }

    @Test func `a store that holds something is left as it is`() async throws {
        try await withTestServer { server in
            _ = try await Place(server)
            let head = try await server.head
            let error = await #expect(throws: InvalidSetting.self) { try await filling(server).fill() }
            #expect(error?.description.contains("2 entries") == true)
            #expect(try await server.head == head)
        }
    }

    @Test func `life goes on in turns, and each call that begins ends`() async throws {
        try await withTestServer { server in
            let filling = filling(server)
            try await filling.fill()
            let head = try await server.head
            var life = DemoLife()
            for _ in 0..<25 { try await filling.store(life.next()) }
            let new = try await server.store.updates(.newest(200)).items.filter { $0.seq > head }
            #expect(new.count == 25 + 20)
            #expect(new.allSatisfy { server.clock.now < $0.timestamp.advanced(by: .seconds(60)) })
        }
    }

    private func filling(_ server: TestServer) -> DemoFilling {
        DemoFilling(store: server.store, policy: DeliveryPolicy(), clock: server.clock.wallClock)
    }
}
