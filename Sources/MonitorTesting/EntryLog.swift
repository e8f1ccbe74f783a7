package import MonitorCore
import Synchronization

/// Keeps what a store publishes, and waits for more of it.
package final class EntryLog: Sendable {
    private struct State {
        var entries: [JournalEntry] = []
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var entries: [JournalEntry] { state.withLock { $0.entries } }

    package func publish(_ entries: [JournalEntry]) {
        let due = state.withLock { state in
            state.entries += entries
            let count = state.entries.count
            let due = state.waiters.filter { $0.count <= count }
            state.waiters.removeAll { $0.count <= count }
            return due
        }
        for waiter in due { waiter.continuation.resume() }
    }

    /// Returns the entries once there are at least `count`.
    package func first(_ count: Int) async -> [JournalEntry] {
        await withCheckedContinuation { continuation in
            let isDue = state.withLock { state in
                if state.entries.count >= count { return true }
                state.waiters.append((count, continuation))
                return false
            }
            if isDue { continuation.resume() }
        }
        return entries
    }
}
