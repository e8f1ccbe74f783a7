import MonitorCore
import MonitorTesting
import NIOCore
import Synchronization
import Testing

@testable import MonitorLive

@Suite struct SubscriptionTests {
    /// The ring holds less than the journal, so that every cursor begins in the store, in the ring, or at the head.
    @Test(arguments: Array(0...40))
    func `replay then live has every entry once from every cursor, over every hand-over`(_ start: Int) async throws {
        try await StoreCase.all[0].withStore { store, published in
            let task = try await SubscriptionTests.task(store)
            for index in 0..<28 { try await SubscriptionTests.post(store, task, "\(index)") }
            let hub = LiveHub(head: 10, capacity: 8)
            hub.publish(await published.first(30).filter { $0.seq > 10 })

            let reader = FrameReader(expected: 40 - start)
            let subscription = Subscription(hub: hub, store: store, filter: StreamFilter())
            try await withThrowingTaskGroup { group in
                group.addTask { try await subscription.run(from: Seq(min(start, 30)), write: reader.take) }
                if start <= 30 {
                    for index in 28..<38 { try await SubscriptionTests.post(store, task, "\(index)") }
                    for entry in await published.first(40).suffix(10) { hub.publish([entry]) }
                    await reader.isComplete()
                }
                hub.close()
                try await group.waitForAll()
            }
            if start <= 30 { #expect(reader.seqs == Array(Seq(start + 1)...40)) }
        }
    }

    @Test func `a filtered stream skips what does not match and stays live`() async throws {
        try await StoreCase.all[0].withStore { store, published in
            let task = try await SubscriptionTests.task(store)
            let hub = LiveHub(head: 2, capacity: 4)
            var filter = StreamFilter()
            filter.kinds = ["wanted"]
            let reader = FrameReader(expected: 5)
            let subscription = Subscription(hub: hub, store: store, filter: filter)
            try await withThrowingTaskGroup { group in
                group.addTask { try await subscription.run(from: 0, write: reader.take) }
                for index in 0..<50 {
                    try await SubscriptionTests.post(
                        store, task, "\(index)", kind: index % 10 == 9 ? "wanted" : "other")
                    hub.publish([try #require(await published.first(index + 3).last)])
                }
                await reader.isComplete()
                hub.close()
                try await group.waitForAll()
            }
            #expect(reader.seqs == [12, 22, 32, 42, 52])
        }
    }

    @Test func `a live stream begins at the store's head, also where the hub hears of it later`() async throws {
        try await StoreCase.all[0].withStore { store, published in
            let task = try await SubscriptionTests.task(store)
            try await SubscriptionTests.post(store, task, "before")
            let hub = LiveHub(head: 2)
            let head = try await store.bounds().head
            let subscription = Subscription(hub: hub, store: store, filter: StreamFilter(), storeHead: head)
            // The position that it begins at, and the one that comes after.
            let reader = FrameReader(expected: 2)
            try await withThrowingTaskGroup { group in
                group.addTask { try await subscription.run(from: nil, write: reader.take) }
                hub.publish(await published.first(3).suffix(1))
                try await SubscriptionTests.post(store, task, "after")
                hub.publish(await published.first(4).suffix(1))
                await reader.isComplete()
                hub.close()
                try await group.waitForAll()
            }
            #expect(reader.seqs == [3, 4])
        }
    }

    @Test func `purged content is not delivered from the ring`() async throws {
        try await StoreCase.all[0].withStore { store, published in
            let task = try await SubscriptionTests.task(store)
            try await SubscriptionTests.post(store, task, "a secret")
            try await SubscriptionTests.post(store, task, "harmless")
            let hub = LiveHub(head: 0)
            hub.publish(await published.first(4))
            try await store.deleteUpdate(.seq(3))
            hub.publish(await published.first(5).suffix(1))
            let reader = FrameReader(expected: 4)
            try await withThrowingTaskGroup { group in
                group.addTask {
                    try await Subscription(hub: hub, store: store, filter: StreamFilter()).run(
                        from: 0, write: reader.take)
                }
                await reader.isComplete()
                hub.close()
                try await group.waitForAll()
            }
            #expect(reader.seqs == [1, 2, 4, 5])
            #expect(!reader.text.contains("secret"))
        }
    }

    @Test func `an idle stream sends a comment at each beat but the first`() async throws {
        try await StoreCase.all[0].withStore { store, _ in
            let hub = LiveHub(head: 0)
            let reader = FrameReader(expected: 0)
            try await withThrowingTaskGroup { group in
                group.addTask {
                    try await Subscription(hub: hub, store: store, filter: StreamFilter()).run(
                        from: nil, write: reader.take)
                }
                for beats in 1...3 {
                    while hub.waitingCount == 0 { await Task.yield() }
                    hub.beat()
                    while reader.text.split(separator: "\n\n").count < beats { await Task.yield() }
                }
                hub.close()
                try await group.waitForAll()
            }
            #expect(reader.text.hasPrefix("id: 0\n\n: heartbeat\n\n"))
        }
    }

    @Test(
        arguments: [
            (0, 1, 10, nil, nil), (10, 1, 10, nil, nil), (11, 1, 10, ServerSentEvent.ResetReason.ahead, 10),
            (4, 6, 10, .pruned, 5), (5, 6, 10, nil, nil), (0, 1, 0, nil, nil), (Int64.max, 1, 0, .ahead, 0),
        ] as [(Seq, Seq, Seq, ServerSentEvent.ResetReason?, Seq?)])
    func `a cursor that the journal does not have is told`(
        cursor: Seq, oldest: Seq, head: Seq, reason: ServerSentEvent.ResetReason?, next: Seq?
    ) {
        let reset = Subscription.reset(at: cursor, bounds: JournalBounds(oldest: oldest, head: head))
        #expect(reset?.reason == reason && reset?.cursor == next)
    }

    @Test func `a subscriber that leaves while it waits is let go`() async throws {
        try await StoreCase.all[0].withStore { store, _ in
            let hub = LiveHub(head: 0)
            let task = Task {
                try await Subscription(hub: hub, store: store, filter: StreamFilter()).run(from: nil) { _ in }
            }
            while hub.waitingCount == 0 { await Task.yield() }
            task.cancel()
            try await task.value
            #expect(hub.waitingCount == 0)
        }
    }

    private static func task(_ store: any JournalStore) async throws -> TaskID {
        let workstream = try await store.createWorkstream(WorkstreamDraft(name: "w"))
        return try await store.createTask(TaskDraft(workstreamID: workstream.id, name: "t")).id
    }

    private static func post(_ store: any JournalStore, _ task: TaskID, _ message: String, kind: String? = nil)
        async throws
    {
        let content = UpdateContent(source: "test", message: message, kind: kind)
        _ = try await store.append([UpdateDraft(taskID: task, content: content)])
    }
}

/// Takes a stream's bytes and knows the seqs in them.
private final class FrameReader: Sendable {
    private struct State {
        var text = ""
        var seqs: [Seq] = []
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let expected: Int
    private let state = Mutex(State())

    init(expected: Int) { self.expected = expected }

    var seqs: [Seq] { state.withLock { $0.seqs } }
    var text: String { state.withLock { $0.text } }

    @Sendable func take(_ buffer: ByteBuffer) async {
        let text = String(buffer: buffer)
        let due = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.text += text
            state.seqs += text.split(separator: "\n").compactMap { $0.hasPrefix("id: ") ? Seq($0.dropFirst(4)) : nil }
            guard state.seqs.count >= expected else { return nil }
            defer { state.waiter = nil }
            return state.waiter
        }
        due?.resume()
    }

    /// Returns once as many frames as expected have come.
    func isComplete() async {
        await withCheckedContinuation { continuation in
            let isDue = state.withLock { state in
                if state.seqs.count >= expected { return true }
                state.waiter = continuation
                return false
            }
            if isDue { continuation.resume() }
        }
    }
}
