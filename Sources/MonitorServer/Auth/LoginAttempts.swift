import MonitorCore

/// How often wrong tokens were tried, for each address on its own: who guesses locks nobody else out.
struct LoginAttempts {
    private struct Count {
        var attempts = 0
        let since: Timestamp
    }

    private var counts: [ClientAddress: Count] = [:]

    /// Ten in a minute are enough for every mistyped token, and for no guessing.
    static let most = 10
    private static let window = Duration.seconds(60)
    /// A bound on memory; beyond it the oldest are forgotten.
    private static let maxAddresses = 4_096

    /// Counts an attempt; returns how long to wait where there were too many.
    mutating func attempt(from address: ClientAddress, now: Timestamp) -> Duration? {
        var count = counts[address] ?? Count(since: now)
        let end = count.since.advanced(by: LoginAttempts.window)
        if end <= now { count = Count(since: now) }
        if count.attempts >= LoginAttempts.most { return .microseconds(end.microseconds - now.microseconds) }
        count.attempts += 1
        makeRoom(for: address, now: now)
        counts[address] = count
        return nil
    }

    /// A right token makes good for wrong ones before it.
    mutating func succeeded(from address: ClientAddress) { counts[address] = nil }

    private mutating func makeRoom(for address: ClientAddress, now: Timestamp) {
        guard counts.count >= LoginAttempts.maxAddresses, counts[address] == nil else { return }
        counts = counts.filter { $0.value.since.advanced(by: LoginAttempts.window) > now }
        guard counts.count >= LoginAttempts.maxAddresses,
            let oldest = counts.min(by: { $0.value.since < $1.value.since })
        else { return }
        counts[oldest.key] = nil
    }
}
