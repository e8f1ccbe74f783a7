import MonitorCore

/// Where a moment stands between the ends of a timeline, in per cent, so that the drawing knows no width.
struct TimelineScale {
    let start: Timestamp
    let end: Timestamp

    private var range: Int64 { max(1, end.microseconds - start.microseconds) }

    /// `41.57%`; what lies outside stands at the end.
    func place(_ time: Timestamp) -> String { TimelineScale.percent(hundredths(time)) }

    func width(from: Timestamp, to: Timestamp, atLeast least: Int64 = 32) -> String {
        TimelineScale.percent(max(least, hundredths(to) - hundredths(from)))
    }

    func isBefore(_ time: Timestamp, hundredths limit: Int64) -> Bool { hundredths(time) < limit }

    private func hundredths(_ time: Timestamp) -> Int64 {
        let offset = min(max(0, time.microseconds - start.microseconds), range)
        return Int64(Double(offset) / Double(range) * 10_000)
    }

    private static func percent(_ hundredths: Int64) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }

    /// The times of the grid: round ones, eight at most.
    var grid: [Timestamp] {
        let minute: Int64 = 60_000_000
        let steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 43_200].map { $0 * minute }
        let step = steps.first { range / $0 < 8 } ?? (range / 8 / (1_440 * minute) + 1) * 1_440 * minute
        let first = (start.microseconds / step + 1) * step
        return stride(from: first, to: end.microseconds, by: Int(step)).map { Timestamp(microseconds: $0) }
    }

    var isLongerThanADay: Bool { range > 86_400_000_000 }
}
