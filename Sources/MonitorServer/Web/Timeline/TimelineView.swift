import MonitorCore
import Mustache

/// A timeline as a drawing, and as a table.
struct TimelineView: MustacheParent {
    let taskID: TaskID
    let timeline: Timeline
    let span: TimelineSpan
    let isCut: Bool
    /// The oldest entry that the page shows: what is older is on another page.
    let oldest: Seq?
    let now: Timestamp

    private var scale: TimelineScale { TimelineScale(start: timeline.start, end: timeline.end) }

    func child(named name: String) -> Any? {
        switch name {
        case "taskID": taskID.description
        case "span": span.rawValue
        case "oldest": oldest.orAbsent
        case "zooms": TimelineSpan.allCases.map { Zoom(taskID: taskID, span: $0, isCurrent: $0 == span) }
        case "from": TimeView(timeline.start, now: now, .minute)
        case "to": (timeline.isLive ? nil : TimeView(timeline.end, now: now, .minute)).orAbsent
        case "isCut": isCut
        case "isEmpty": timeline.lanes.allSatisfy(\.isEmpty)
        case "lanes": timeline.lanes.map(LaneName.init)
        case "height": height
        case "label": label
        case "grid": grid.enumerated().map { GridLine(time: $1, index: $0, scale: scale, height: height) }
        case "shapes": shapes
        case "isLive": timeline.isLive
        case "rows": TimelineRowView.rows(of: timeline, now: now)
        default: nil
        }
    }

    /// Near the end stands "now".
    private var grid: [Timestamp] {
        timeline.isLive ? scale.grid.filter { scale.isBefore($0, hundredths: 9_500) } : scale.grid
    }

    private var height: Int { 20 + 26 * timeline.lanes.count }

    private var label: String {
        let names = timeline.lanes.filter { !$0.isEmpty }.map(\.name).joined(separator: ", ")
        return "Timeline of \(names); the table below has the same as text"
    }

    /// Spans first, so that bars and marks lie on them.
    private var shapes: [TimelineShape] {
        timeline.lanes.enumerated().flatMap { index, lane in
            let drawing = TimelineShape.Drawing(
                taskID: taskID, oldest: oldest, scale: scale, middle: 33 + 26 * index)
            return lane.spans.map { TimelineShape($0, drawing) }
                + lane.bars.map { TimelineShape($0, isInner: lane.kind == .subagent, drawing) }
                + lane.marks.map { TimelineShape($0, drawing) }
        }
    }

    /// Another stretch of time.
    struct Zoom: MustacheParent {
        let taskID: TaskID
        let span: TimelineSpan
        let isCurrent: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "link": span == .recent ? "/tasks/\(taskID)" : "/tasks/\(taskID)?span=\(span.rawValue)"
            case "name": span.title
            case "isCurrent": isCurrent
            default: nil
            }
        }
    }

    /// What stands at a lane's left.
    struct LaneName: MustacheParent {
        let lane: Timeline.Lane

        init(_ lane: Timeline.Lane) { self.lane = lane }

        func child(named name: String) -> Any? {
            switch name {
            case "name": lane.name
            case "icon": icon
            default: nil
            }
        }

        private var icon: String {
            switch lane.kind {
            case .prompts: "i-user"
            case .agent: "i-term"
            case .subagent: "i-sub"
            case .checks: "i-ci"
            }
        }
    }

    /// A round time.
    struct GridLine: MustacheParent {
        let time: Timestamp
        let index: Int
        let scale: TimelineScale
        let height: Int

        func child(named name: String) -> Any? {
            switch name {
            case "x": scale.place(time)
            case "height": height
            case "iso": time.description
            case "style": scale.isLongerThanADay ? "date" : "time"
            case "text": scale.isLongerThanADay ? time.shortDate : String(time.timeOfDay.prefix(5))
            case "isMinor": index % 2 == 1
            default: nil
            }
        }
    }
}
