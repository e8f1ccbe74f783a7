import MonitorCore
import Synchronization

/// What came from each source since the server started; a mutex, since each delivery adds one number.
final class DeliveryCounts: Sendable {
    struct Count: Equatable, Sendable {
        var accepted = 0
        var repeated = 0
        var refused = 0
    }

    private let counts = Mutex<[String: Count]>([:])

    func add(_ source: String, _ change: (inout Count) -> Void) {
        counts.withLock { change(&$0[source, default: Count()]) }
    }

    var all: [String: Count] { counts.withLock { $0 } }
}
