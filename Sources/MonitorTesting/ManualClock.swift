package import MonitorCore
import Synchronization

/// A wall clock that stands still until a test moves it.
package final class ManualClock: Sendable {
    private let time: Mutex<Timestamp>

    package init(_ start: Timestamp = Timestamp(microseconds: 1_800_000_000_000_000)) { time = Mutex(start) }

    package var wallClock: WallClock {
        { [self] in now }
    }

    package var now: Timestamp { time.withLock { $0 } }

    package func advance(by duration: Duration) {
        time.withLock { $0 = $0.advanced(by: duration) }
    }
}
