import Dispatch
package import MonitorCore
import NIOCore
import Synchronization

/// Where commits meet subscribers: a log of the newest frames, read by cursors.
///
/// It keeps no queue per subscriber. One that lags finds its place in the ring, or beyond it in the store, so nobody
/// is dropped for being slow, nothing is skipped and nothing comes twice. A mutex, because each step is short and
/// never waits.
package final class LiveHub: Sendable {
    private let state: Mutex<State>
    private let pace: WakePace
    /// Runs the wake-ups that have to wait for their turn.
    private let wakeQueue = DispatchQueue(label: "monitor.hub")

    /// Begins at the store's head, where it is known already; what lies before is the store's to tell.
    ///
    /// 8,192 frames of some 400 bytes are 3 MB and, at 1,000 updates a second, 8 seconds of slack; the byte bound holds
    /// the memory where bodies are large.
    package init(
        head: Seq? = nil, capacity: Int = 8_192, byteCapacity: Int = 32 * 1024 * 1024, pace: WakePace = .atOnce
    ) {
        let ring = FrameRing(capacity: capacity, byteCapacity: byteCapacity, base: head ?? 0)
        state = Mutex(State(ring: ring, start: head))
        self.pace = pace
    }

    package var head: Seq { state.withLock { $0.head } }

    /// False until the store's head is known: nobody can be told yet where a stream begins.
    package var hasBegun: Bool { state.withLock { $0.start != nil } }

    /// Begins at the store's head; to be called once, before anything is published.
    package func begin(at head: Seq) { resume { $0.begin(at: head) } }

    /// The head that it began at, once it has; `nil` when the task is cancelled before that.
    package func start() async -> Seq? {
        while !Task.isCancelled {
            let (start, beats) = state.withLock { ($0.start, $0.beats) }
            if let start { return start }
            await wait(after: .max, beats: beats)
        }
        return nil
    }

    package var subscriberCount: Int { state.withLock { $0.subscribers } }

    package var waitingCount: Int { state.withLock { $0.waiters.count } }

    /// Takes a commit's entries, in the order of `seq`; called by one thread at a time.
    package func publish(_ entries: [JournalEntry]) {
        if entries.isEmpty { return }
        let frames = entries.map(FrameRing.Frame.init)
        let delay = state.withLock { state in
            state.append(frames)
            return state.delayOfWake(pace, now: .now())
        }
        switch delay {
        case .none: wake()
        case .some(let time): wakeQueue.asyncAfter(deadline: time) { [weak self] in self?.wake() }
        case .scheduled: break
        }
    }

    /// Lets every waiting subscriber send a comment, so that dead connections are noticed and proxies stay calm.
    package func beat() {
        resume { $0.beats += 1 }
    }

    /// Lets every waiting subscriber ask again whether it may go on.
    package func recheck() {
        resume { _ in }
    }

    /// Ends every subscription after the write that it is at; clients resume by their cursors elsewhere or later.
    package func close() {
        resume { $0.isClosed = true }
    }

    /// Shows all that was published to the subscribers.
    private func wake() {
        resume { $0.showAll(now: .now()) }
    }

    private func resume(_ change: (inout State) -> Void) {
        let woken = state.withLock { state in
            change(&state)
            defer { state.waiters.removeAll(keepingCapacity: true) }
            return Array(state.waiters.values)
        }
        for waiter in woken { waiter.resume() }
    }
}

extension LiveHub {
    enum Reading {
        /// The frames that match up to the new cursor; empty when there are none.
        case frames(ByteBuffer, cursor: Seq, beats: Int)
        /// The cursor is older than the ring: read the store.
        case behind
        /// The server is shutting down.
        case closed
    }

    func subscriberCame() { state.withLock { $0.subscribers += 1 } }

    func subscriberLeft() { state.withLock { $0.subscribers -= 1 } }

    /// What a subscriber at `cursor` does next.
    func read(after cursor: Seq, matching filter: StreamFilter, maxBytes: Int) -> Reading {
        state.withLock { state in
            if state.isClosed { return .closed }
            if cursor < state.ring.base { return .behind }
            let reading = state.reading(from: cursor, matching: filter, maxBytes: maxBytes)
            return .frames(reading.buffer, cursor: reading.end, beats: state.beats)
        }
    }

    /// Returns once there is an entry after `cursor`, or another beat than `beats`, or the task is cancelled.
    func wait(after cursor: Seq, beats: Int) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDue = state.withLock { state in
                    if state.isDue(after: cursor, beats: beats) || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isDue { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }
}
