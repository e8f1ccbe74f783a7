import MonitorCore
import Synchronization

/// The seqs that a stream has brought so far.
final class EventLog: Sendable {
    private let state = Mutex([Seq]())

    var seqs: [Seq] { state.withLock { $0 } }

    func append(_ seq: Seq) { state.withLock { $0.append(seq) } }
}
