/// Decides what a flusher does after each look at the whole queue.
package struct FlushPatience: Sendable {
    package enum Step: Equatable, Sendable {
        case again(after: Duration)
        case stop
    }

    private let patience: Duration
    private var backoff = Backoff(base: .milliseconds(250), limit: .seconds(2))
    private var lastProgress: ContinuousClock.Instant

    /// `patience` is how long to wait for the server without any progress.
    package init(_ patience: Duration, from start: ContinuousClock.Instant) {
        self.patience = patience
        lastProgress = start
    }

    /// The next step at `now`; `madeProgress` tells that something has left the queue.
    package mutating func step(
        after problem: FlushProblem?, madeProgress: Bool, isEmpty: Bool, at now: ContinuousClock.Instant,
        using random: inout some RandomNumberGenerator
    ) -> Step {
        if madeProgress {
            lastProgress = now
            backoff.reset()
        }
        switch problem {
        // Only a person can help.
        case .refused, .local: return .stop
        case .unreachable: break
        case nil: return isEmpty ? .stop : .again(after: .zero)
        }
        return lastProgress.duration(to: now) < patience ? .again(after: backoff.next(using: &random)) : .stop
    }
}
