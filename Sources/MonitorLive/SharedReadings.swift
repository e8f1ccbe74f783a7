import MonitorCore
import NIOCore

/// What was read of the ring since the last wake-up: a thousand subscribers at one place with one filter share its bytes.
struct SharedReadings {
    struct Reading {
        let start: Seq
        let filter: StreamFilter
        let maxBytes: Int
        /// Shared as long as nobody writes to it.
        let buffer: ByteBuffer
        /// How far it reaches.
        let end: Seq
    }

    private var readings: [Reading] = []
    private var oldest = 0
    /// Few, since each is compared; subscribers of more filters at once read for themselves.
    private static let capacity = 8

    func reading(from start: Seq, matching filter: StreamFilter, maxBytes: Int) -> Reading? {
        readings.first { $0.start == start && $0.maxBytes == maxBytes && $0.filter == filter }
    }

    mutating func add(_ reading: Reading) {
        if readings.count < SharedReadings.capacity { return readings.append(reading) }
        readings[oldest] = reading
        oldest = (oldest + 1) % SharedReadings.capacity
    }

    /// Forgets all: there is more to read, or less.
    mutating func removeAll() { (readings, oldest) = ([], 0) }
}
