import MonitorCore
import Mustache

/// A row of the table that says what a timeline shows.
struct TimelineRowView: MustacheParent {
    let time: Timestamp
    let lane: String
    let what: String
    let took: Duration?
    let now: Timestamp

    /// The newest; the thread has the rest.
    private static let limit = 60

    func child(named name: String) -> Any? {
        switch name {
        case "time": TimeView(time, now: now, .moment)
        case "lane": lane
        case "what": what
        case "took": (took?.text).orAbsent
        default: nil
        }
    }

    /// Newest first; what a mark says twice is left out.
    static func rows(of timeline: Timeline, now: Timestamp) -> [TimelineRowView] {
        let rows = timeline.lanes.flatMap { lane in
            lane.spans.filter { $0.kind != .turn }.map { span in
                TimelineRowView(
                    time: span.start, lane: lane.name, what: span.isOpen ? "\(span.label), goes on" : span.label,
                    took: span.start.duration(to: span.end), now: now)
            }
                + lane.bars.map { bar in
                    TimelineRowView(
                        time: bar.start, lane: lane.name,
                        what: bar.count > 1 ? "\(bar.count) tool calls" : bar.label, took: nil, now: now)
                }
                + lane.marks.filter { $0.kind != .wait }.map {
                    TimelineRowView(time: $0.time, lane: lane.name, what: $0.label, took: nil, now: now)
                }
        }
        return Array(rows.sorted { $0.time > $1.time }.prefix(limit))
    }
}
