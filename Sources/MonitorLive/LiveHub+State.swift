import Dispatch
import MonitorCore
import NIOCore

extension LiveHub {
    /// What the hub's mutex guards.
    struct State {
        var ring: FrameRing
        /// Where it began; `nil` before that.
        private(set) var start: Seq?
        private var readings = SharedReadings()
        var head: Seq
        /// How far subscribers may read: what came after it waits for the next wake-up, to go out in one write.
        var visibleHead: Seq
        var beats = 0
        var isClosed = false
        var subscribers = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiter = 0
        private var lastWake = DispatchTime(uptimeNanoseconds: 0)
        private var isWakeScheduled = false

        init(ring: FrameRing, start: Seq?) {
            self.ring = ring
            self.start = start
            (head, visibleHead) = (start ?? 0, start ?? 0)
        }

        mutating func begin(at head: Seq) {
            ring.begin(at: head)
            (start, self.head, visibleHead) = (head, head, head)
            beats += 1
        }

        enum WakeDelay {
            case none
            case some(DispatchTime)
            /// One is on its way.
            case scheduled
        }

        mutating func append(_ frames: [FrameRing.Frame]) {
            for frame in frames {
                // Earlier frames may hold what was purged; the store has it scrubbed.
                if frame.event.removesContent {
                    ring.removeAll(upTo: frame.seq - 1)
                    readings.removeAll()
                }
                ring.append(frame)
                head = frame.seq
            }
        }

        /// When the subscribers may be woken for what was appended.
        mutating func delayOfWake(_ pace: WakePace, now: DispatchTime) -> WakeDelay {
            if isWakeScheduled { return .scheduled }
            let due = pace.earliestWake(after: lastWake, subscribers: subscribers)
            if due <= now { return .none }
            isWakeScheduled = true
            return .some(due)
        }

        mutating func showAll(now: DispatchTime) {
            visibleHead = head
            readings.removeAll()
            lastWake = now
            isWakeScheduled = false
        }

        /// The frames after `start` that match and may be seen: as many as fit, but at least one where there is any.
        mutating func reading(from start: Seq, matching filter: StreamFilter, maxBytes: Int) -> SharedReadings.Reading {
            if let known = readings.reading(from: start, matching: filter, maxBytes: maxBytes) { return known }
            let (buffer, end) = frames(after: start, matching: filter, maxBytes: maxBytes)
            let reading = SharedReadings.Reading(
                start: start, filter: filter, maxBytes: maxBytes, buffer: buffer, end: end)
            readings.add(reading)
            return reading
        }

        private func frames(after start: Seq, matching filter: StreamFilter, maxBytes: Int) -> (ByteBuffer, Seq) {
            var (buffer, end) = (ByteBuffer(), start)
            ring.forEach(after: start) { frame in
                if frame.seq > visibleHead { return false }
                if filter.matches(frame.event, frame.keys) {
                    if buffer.readableBytes > 0 && buffer.readableBytes + frame.bytes.count > maxBytes { return false }
                    buffer.writeBytes(frame.bytes)
                }
                end = frame.seq
                return true
            }
            return (buffer, end)
        }

        func isDue(after cursor: Seq, beats: Int) -> Bool {
            visibleHead > cursor || self.beats != beats || isClosed
        }
    }
}

/// How often subscribers are woken under load.
///
/// A wake-up and its write cost the same for one frame as for many, so when updates come faster than all subscribers
/// can be served, fewer and fuller writes serve them better than one for each update.
package struct WakePace: Sendable {
    /// The least time between two wake-ups for each subscriber.
    private let nanosecondsPerSubscriber: UInt64
    private let longest: UInt64

    /// Wakes at each commit.
    package static let atOnce = WakePace(nanosecondsPerSubscriber: 0, longest: 0)

    /// A wake-up with its write costs some 10 µs, so that this leaves more than half of a core to everything else;
    /// 50 ms is short for a person.
    package static let paced = WakePace(nanosecondsPerSubscriber: 25_000, longest: 50_000_000)

    func earliestWake(after last: DispatchTime, subscribers: Int) -> DispatchTime {
        let least = min(UInt64(max(0, subscribers)) * nanosecondsPerSubscriber, longest)
        return DispatchTime(uptimeNanoseconds: last.uptimeNanoseconds + least)
    }
}
