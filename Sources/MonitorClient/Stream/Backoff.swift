/// How long to wait before each try of a row: twice as long as before, up to a limit, and never all clients at once.
package struct Backoff: Sendable {
    package var base: Duration
    package var limit: Duration
    private var tries = 0

    package init(base: Duration = .seconds(1), limit: Duration = .seconds(30)) {
        self.base = base
        self.limit = limit
    }

    package mutating func reset() { tries = 0 }

    /// Between half and all of the delay whose turn it is.
    package mutating func next(using random: inout some RandomNumberGenerator) -> Duration {
        var delay = min(base, limit)
        for _ in 0..<tries where delay < limit { delay = min(delay * 2, limit) }
        tries += 1
        return delay * Double.random(in: 0.5...1, using: &random)
    }
}
