import Dispatch
import MonitorCore
import Synchronization
import Testing

@Suite struct CommandQueueTests {
    @Test func `commands come first in, first out, as many as a batch may weigh`() {
        let queue = CommandQueue<NumberedCommand>(capacity: 100)
        for (number, weight) in [2, 3, 1, 9, 1].enumerated() { queue.enqueue(NumberedCommand(number, weight: weight)) }
        #expect(queue.next(maxWeight: 5)?.map(\.number) == [0, 1])
        #expect(queue.next(maxWeight: 5)?.map(\.number) == [2])
        #expect(queue.next(maxWeight: 5)?.map(\.number) == [3], "one that is too heavy goes alone")
        queue.enqueue(NumberedCommand(5))
        #expect(queue.next(maxWeight: 5)?.map(\.number) == [4, 5])
    }

    @Test func `a closed queue gives what waits, then nothing, to everybody who asks`() {
        let queue = CommandQueue<NumberedCommand>(capacity: 100)
        for number in 0..<3 { queue.enqueue(NumberedCommand(number)) }
        queue.close()
        #expect(queue.next(maxWeight: 2)?.map(\.number) == [0, 1])
        #expect(queue.next(maxWeight: 2)?.map(\.number) == [2])
        #expect(queue.next(maxWeight: 2) == nil)
        #expect(queue.next(maxWeight: 2) == nil)
    }

    @Test func `what a full or closed queue does not take is answered at once`() {
        let queue = CommandQueue<NumberedCommand>(capacity: 2)
        let refused = Numbers()
        for number in 0..<4 {
            queue.enqueue(NumberedCommand(number) { _ in refused.add([number]) })
        }
        #expect(refused.all == [2, 3])
        #expect(queue.next(maxWeight: 9)?.count == 2)
        queue.close()
        queue.enqueue(NumberedCommand(4) { _ in refused.add([4]) })
        #expect(refused.all == [2, 3, 4])
    }

    /// A wake-up that is lost leaves the queue's threads asleep, and the test with them.
    @Test(.timeLimit(.minutes(2)), arguments: [(1, 7), (4, 1)])
    func `many senders and takers: every command is taken once`(_ takers: Int, maxWeight: Int) async {
        let queue = CommandQueue<NumberedCommand>(capacity: 1_000_000)
        let taken = Numbers()
        await withTaskGroup { group in
            for _ in 0..<takers {
                group.addTask {
                    await CommandQueueTests.onThread {
                        while let batch = queue.next(maxWeight: maxWeight) {
                            taken.add(batch.map(\.number))
                        }
                    }
                }
            }
            await withTaskGroup { senders in
                for sender in 0..<4 {
                    senders.addTask {
                        for number in 0..<5_000 {
                            queue.enqueue(NumberedCommand(sender * 5_000 + number))
                            if number % 50 == 0 { await Task.yield() }
                        }
                    }
                }
            }
            queue.close()
        }
        #expect(taken.all.sorted() == Array(0..<20_000))
    }

    private static func onThread(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "taker").async {
                body()
                continuation.resume()
            }
        }
    }
}

private struct NumberedCommand: QueuedCommand {
    let number: Int
    let weight: Int
    let fail: @Sendable (APIError) -> Void

    init(_ number: Int, weight: Int = 1, fail: @escaping @Sendable (APIError) -> Void = { _ in }) {
        (self.number, self.weight, self.fail) = (number, weight, fail)
    }
}

private final class Numbers: Sendable {
    private let numbers = Mutex<[Int]>([])

    var all: [Int] { numbers.withLock { $0 } }

    func add(_ more: [Int]) { numbers.withLock { $0 += more } }
}
