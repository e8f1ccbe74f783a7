#if PostgreSQL
import MonitorCore
import MonitorTesting
import Synchronization

/// A client that follows the journal on whichever of some servers answers, and resumes by its last event.
final class ResumingStream: Sendable {
    private struct State {
        var ports: [UInt16]
        var seqs: [Seq] = []
        var isStopped = false
    }

    private let state: Mutex<State>

    init(_ ports: [UInt16]) { state = Mutex(State(ports: ports)) }

    var seqs: [Seq] { state.withLock { $0.seqs } }

    /// Servers that were started again have other ports.
    func use(_ ports: [UInt16]) { state.withLock { $0.ports = ports } }

    func stop() { state.withLock { $0.isStopped = true } }

    /// Follows until it is stopped; each attempt goes to another server.
    func run() {
        var attempt = 0
        while !state.withLock({ $0.isStopped }) {
            let (port, last) = state.withLock { ($0.ports[attempt % $0.ports.count], $0.seqs.last ?? 0) }
            attempt += 1
            try? follow(port, from: last)
        }
    }

    private func follow(_ port: UInt16, from last: Seq) throws {
        var stream = try StreamWire(to: port, "?event=update", lastEventID: "\(last)", patience: .seconds(600))
        while let event = try stream.next() {
            if let seq = event.seq { state.withLock { $0.seqs.append(seq) } }
            if state.withLock({ $0.isStopped }) { return }
        }
    }
}
#endif
