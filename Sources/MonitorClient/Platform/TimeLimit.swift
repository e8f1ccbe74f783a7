/// How long a row of calls may block.
enum TimeLimit {
    /// Each wait anew.
    case each(Duration)
    /// All of them together.
    case until(ContinuousClock.Instant)

    /// When a wait that begins now has to end.
    var deadline: ContinuousClock.Instant {
        switch self {
        case .each(let duration): .now + duration
        case .until(let deadline): deadline
        }
    }
}
