import MonitorCore
import MonitorLive
import Mustache

/// The updates of the last hour as twelve bars of five minutes each.
struct SparkView: MustacheParent {
    let counts: [Int]
    let state: StatusView.State

    /// The bars of a quiet hour stay low: the scale is at least this.
    private static let smallestScale = 6
    private static let (barWidth, barDistance, height, tallest) = (5, 7, 20, 18)

    func child(named name: String) -> Any? {
        switch name {
        case "state": state.rawValue
        case "sum": counts.reduce(0, +)
        case "bars": path(where: { $0 > 0 })
        case "base": path(where: { $0 == 0 })
        default: nil
        }
    }

    /// The outline of the bars whose counts are wanted; a step without an update is a thin line.
    private func path(where isWanted: (Int) -> Bool) -> String {
        let scale = max(counts.max() ?? 0, SparkView.smallestScale)
        return counts.enumerated().filter { isWanted($0.element) }.map { index, count in
            let height = count == 0 ? 1 : max(2, count * SparkView.tallest / scale)
            let (x, y) = (index * SparkView.barDistance, SparkView.height - height)
            return "M\(x) \(y)h\(SparkView.barWidth)v\(height)h-\(SparkView.barWidth)z"
        }.joined()
    }
}
