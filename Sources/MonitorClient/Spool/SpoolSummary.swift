package import MonitorCore

/// What `spool status` shows.
package struct SpoolSummary: Equatable, Sendable {
    package let folder: String
    package let count: Int
    package let bytes: Int
    /// When the oldest waiting delivery happened.
    package let oldest: Timestamp?
    package let limit: Int
    package let losses: [Spool.Loss: Int]
    package let hasFlusher: Bool
}

extension Spool {
    package func summary() -> SpoolSummary {
        let queue = queue()
        return SpoolSummary(
            folder: folder, count: queue.count,
            bytes: queue.reduce(0) { $0 + (LocalFolder.size(path($1)) ?? 0) },
            oldest: queue.first.map { read($0)?.time ?? Timestamp(microseconds: $0.turn) }, limit: limit,
            losses: Dictionary(uniqueKeysWithValues: Loss.allCases.map { ($0, count(of: $0)) }),
            hasFlusher: hasFlusher)
    }
}
