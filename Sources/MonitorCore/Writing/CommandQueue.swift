import Dispatch
import Synchronization

/// Commands on their way to threads of the store: bounded, first in first out, taken in batches.
///
/// A mutex with a semaphore, because those who take are threads of their own that may block: nothing else wakes them.
package final class CommandQueue<Command: QueuedCommand>: Sendable {
    private struct State {
        var commands: [Command] = []
        var weight = 0
        var isClosed = false

        mutating func take(maxWeight: Int) -> [Command] {
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
    /// More waiting than this is answered with 503.
    private let capacity: Int

    package init(capacity: Int) { self.capacity = capacity }

    /// Adds a command, or answers it at once when the queue is full or closed.
    package func enqueue(_ command: Command) {
        let refusal = state.withLock { state -> APIError? in
            if state.isClosed { return APIError(.unavailable, "the server is shutting down") }
            if state.weight + command.weight > capacity && !state.commands.isEmpty {
                return APIError(.unavailable, "too many requests wait for the store; try again")
            }
            state.commands.append(command)
            state.weight += command.weight
            return nil
        }
        if let refusal { command.fail(refusal) } else { arrivals.signal() }
    }

    /// Waits for commands and takes up to `maxWeight` of them; `nil` once closed and empty.
    ///
    /// With several threads each must take single commands (`maxWeight` 1).
    package func next(maxWeight: Int) -> [Command]? {
        while true {
            arrivals.wait()
            let (batch, isClosed) = state.withLock { state in (state.take(maxWeight: maxWeight), state.isClosed) }
            // Each command has signalled once: of a batch the other signals are used up here.
            for _ in batch.dropFirst() { arrivals.wait() }
            if !batch.isEmpty { return batch }
            if isClosed {
                arrivals.signal()  // for the next thread that waits
                return nil
            }
        }
    }

    /// Refuses further commands; those that wait are still done.
    package func close() {
        state.withLock { $0.isClosed = true }
        arrivals.signal()
    }
}
