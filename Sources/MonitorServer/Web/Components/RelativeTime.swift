import MonitorCore

/// How long ago, in the largest unit that gives a whole number; clock.js says the same words.
enum RelativeTime {
    private static let units: [(from: Int64, size: Int64, name: String)] = [
        (365 * day, 365 * day, "y"), (60 * day, 30 * day, "mo"), (day, day, "d"), (3_600, 3_600, "h"), (60, 60, "min"),
    ]
    private static let day: Int64 = 86_400

    /// What lies in the future (another machine's clock) is now.
    static func text(from moment: Timestamp, to now: Timestamp) -> String {
        let seconds = max(0, (now.microseconds - moment.microseconds) / 1_000_000)
        guard let unit = units.first(where: { seconds >= $0.from }) else { return "\(seconds) s" }
        return "\(seconds / unit.size) \(unit.name)"
    }
}
