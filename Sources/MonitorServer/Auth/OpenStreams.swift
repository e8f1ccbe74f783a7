import MonitorCore
import Synchronization

/// The streams that sessions have opened, so that they end with them; bounded by the connections.
///
/// A mutex, since each step is short.
final class OpenStreams: Sendable {
    private struct State {
        var sessions: [Int: BrowserSessionID] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// Returns the stream's number.
    func add(of session: BrowserSessionID) -> Int {
        state.withLock { state in
            state.next += 1
            state.sessions[state.next] = session
            return state.next
        }
    }

    func remove(_ stream: Int) { state.withLock { $0.sessions[stream] = nil } }

    /// False once its session has ended.
    func contains(_ stream: Int) -> Bool { state.withLock { $0.sessions[stream] != nil } }

    func end(of sessions: Set<BrowserSessionID>) {
        state.withLock { $0.sessions = $0.sessions.filter { !sessions.contains($0.value) } }
    }

    /// The sessions with open streams.
    var sessions: Set<BrowserSessionID> { state.withLock { Set($0.sessions.values) } }
}
