import MonitorCore
import Mustache

/// A bar, a span or a mark of the drawing: where it stands, what it says, and the way to its update.
struct TimelineShape: MustacheParent {
    /// What the shapes of a lane have in common.
    struct Drawing {
        let taskID: TaskID
        let oldest: Seq?
        let scale: TimelineScale
        let middle: Int

        /// The way to what a shape shows, on this page if it is there.
        func link(_ seq: Seq, to kind: String = "u") -> String {
            let place = "#\(kind)-\(seq)"
            return seq >= oldest ?? .max ? place : "/tasks/\(taskID)?around=\(seq)\(place)"
        }
    }

    private let cssClass: String
    private let x: String
    private let width: String?
    private let top: Int
    private let height: Int
    private let path: String?
    private let time: Timestamp
    private let label: String
    private let link: String

    init(_ span: Timeline.Span, _ drawing: Drawing) {
        let isTurn = span.kind == .turn
        cssClass = TimelineShape.cssClass(of: span.kind)
        x = drawing.scale.place(span.start)
        width = drawing.scale.width(from: span.start, to: span.end)
        (top, height) = isTurn ? (drawing.middle - 13, 26) : (drawing.middle - 8, 16)
        path = nil
        time = span.start
        label = span.label + (span.isOpen ? "" : ", \(span.start.duration(to: span.end).text)")
        // A wait is a line of the thread, everything else a row.
        link = drawing.link(span.seq, to: span.kind == .wait ? "s" : "u")
    }

    init(_ bar: Timeline.Bar, isInner: Bool, _ drawing: Drawing) {
        cssClass = "b-\(bar.kind.rawValue)"
        x = drawing.scale.place(bar.start)
        width = drawing.scale.width(from: bar.start, to: bar.end)
        (top, height) = isInner ? (drawing.middle - 4, 8) : (drawing.middle - 6, 12)
        path = nil
        time = bar.start
        label = bar.count > 1 ? "\(bar.count) tool calls, such as \(bar.label)" : bar.label
        link = drawing.link(bar.seq)
    }

    init(_ mark: Timeline.Mark, _ drawing: Drawing) {
        let shape = TimelineShape.shape(of: mark.kind)
        cssClass = shape.cssClass
        path = shape.path
        x = drawing.scale.place(mark.time)
        width = nil
        (top, height) = (drawing.middle, 0)
        time = mark.time
        label = mark.label
        link = drawing.link(mark.seq, to: mark.kind == .wait ? "s" : "u")
    }

    func child(named name: String) -> Any? {
        switch name {
        case "link": link
        case "cssClass": cssClass
        case "x": x
        case "y": top
        case "box": width.map { Box(width: $0, height: height, shape: self) }.orAbsent
        case "mark": path.map { Path(path: $0, shape: self) }.orAbsent
        case "iso": time.description
        case "label": label
        case "text": "\(time.timeOfDay) \(label)"
        default: nil
        }
    }

    /// A rectangle.
    struct Box: MustacheParent {
        let width: String
        let height: Int
        let shape: TimelineShape

        func child(named name: String) -> Any? {
            switch name {
            case "width": width
            case "height": height
            default: shape.child(named: name)
            }
        }
    }

    /// A figure round a point.
    struct Path: MustacheParent {
        let path: String
        let shape: TimelineShape

        func child(named name: String) -> Any? { name == "path" ? path : shape.child(named: name) }
    }

    private static func cssClass(of kind: Timeline.Span.Kind) -> String {
        switch kind {
        case .subagent, .check: "b-sub"
        case .failedCheck: "b-span-fail"
        case .wait: "b-wait"
        case .turn: "turn"
        }
    }

    private static func shape(of kind: Timeline.Mark.Kind) -> (cssClass: String, path: String) {
        switch kind {
        case .prompt: ("m-prompt", "M-5 -5H5L0 5z")
        case .error:
            (
                "m-err",
                "M-4.5 -3 -3 -4.5 0 -1.5 3 -4.5 4.5 -3 1.5 0 4.5 3 3 4.5 0 1.5 -3 4.5 -4.5 3 -1.5 0z"
            )
        case .turnEnd: ("m-end", "M0 -5V5")
        case .wait: ("m-wait", "M0 -6 6 0 0 6 -6 0z")
        }
    }
}
