import Dispatch
import MonitorCore
import Synchronization

/// Commands on their way to the writer: bounded, first in first out, taken by one thread in batches.
///
/// A mutex with a semaphore, because the writer is a thread of its own that may block: nothing else wakes it.
final class WriteQueue: Sendable {
    private struct State {
        var commands: [WriteCommand] = []
        var weight = 0
        var isClosed = false

        mutating func take(maxWeight: Int) -> [WriteCommand] {
            var weight = 0
            let count = commands.prefix { command in
                defer { weight += command.weight }
                return weight == 0 || weight + command.weight <= maxWeight
            }.count
            let batch = Array(commands.prefix(count))
            commands.removeFirst(count)
            self.weight -= batch.reduce(0) { $0 + $1.weight }
            return batch
        }
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    /// In updates; more waiting than this is answered with 503.
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// Adds a command, or answers it at once when the queue is full or closed.
    func enqueue(_ command: WriteCommand) {
        let refusal = state.withLock { state -> APIError? in
            if state.isClosed { return APIError(.unavailable, "the server is shutting down") }
            if state.weight + command.weight > capacity && !state.commands.isEmpty {
                return APIError(.unavailable, "too many writes are waiting; try again")
            }
            state.commands.append(command)
            state.weight += command.weight
            return nil
        }
        if let refusal { command.fail(refusal) } else { arrivals.signal() }
    }

    /// Waits for commands and takes up to `maxWeight` updates' worth of them; `nil` once closed and empty.
    func next(maxWeight: Int) -> [WriteCommand]? {
        while true {
            arrivals.wait()
            let (batch, isClosed) = state.withLock { state in (state.take(maxWeight: maxWeight), state.isClosed) }
            // Each command has signalled once: of a batch the other signals are used up here.
            for _ in batch.dropFirst() { arrivals.wait() }
            if !batch.isEmpty { return batch }
            if isClosed { return nil }
        }
    }

    /// Refuses further commands; those that wait are still done.
    func close() {
        state.withLock { $0.isClosed = true }
        arrivals.signal()
    }
}
