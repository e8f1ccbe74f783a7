import MonitorCore

/// What happened in a task over a stretch of time, in lanes: prompts, the agent, its subagents, checks.
struct Timeline: Equatable {
    /// A tool's call, or several that are too close to be told apart.
    struct Bar: Equatable {
        enum Kind: String { case read, edit, run, fail }

        var kind: Kind
        var start: Timestamp
        var end: Timestamp
        var label: String
        var seq: Seq
        var count = 1
    }

    /// Something that lasts while other things happen.
    struct Span: Equatable {
        enum Kind: String { case subagent, check, failedCheck, wait, turn }

        var kind: Kind
        var start: Timestamp
        var end: Timestamp
        /// It goes on.
        var isOpen: Bool
        var label: String
        var seq: Seq
    }

    /// A moment.
    struct Mark: Equatable {
        enum Kind: String { case prompt, error, turnEnd, wait }

        var kind: Kind
        var time: Timestamp
        var label: String
        var seq: Seq
    }

    struct Lane: Equatable {
        enum Kind: String { case prompts, agent, subagent, checks }

        var kind: Kind
        var name: String
        var bars: [Bar] = []
        var spans: [Span] = []
        var marks: [Mark] = []

        var isEmpty: Bool { bars.isEmpty && spans.isEmpty && marks.isEmpty }
    }

    var start: Timestamp
    var end: Timestamp
    var lanes: [Lane]
    /// It reaches to now, and will go on.
    var isLive: Bool

    /// More lanes hide what matters; further subagents share one.
    static let subagentLimit = 6
    /// The shortest bar, in parts of the whole: one is as wide as a finger of a pixel or two.
    static let shortestBar = 0.0032
}

extension Timeline {
    /// The lanes in their order: those of subagents beyond the limit as one, and bars that would overlap as one.
    static func arranged(_ lanes: [Lane], from start: Timestamp, to end: Timestamp) -> [Lane] {
        let subagents = lanes.filter { $0.kind == .subagent && !$0.isEmpty }
        var shown = Array(subagents.prefix(subagentLimit))
        let rest = subagents.dropFirst(subagentLimit)
        if !rest.isEmpty {
            shown.append(
                Lane(
                    kind: .subagent, name: "\(rest.count) more", bars: rest.flatMap(\.bars),
                    spans: rest.flatMap(\.spans),
                    marks: rest.flatMap(\.marks)))
        }
        let others = { (kind: Lane.Kind) in lanes.filter { $0.kind == kind && (kind == .agent || !$0.isEmpty) } }
        let ordered = others(.prompts) + others(.agent) + shown + others(.checks)
        let range = max(1, Double(end.microseconds - start.microseconds))
        return ordered.map { lane in
            var lane = lane
            lane.bars = merged(lane.bars, shortest: Int64(range * shortestBar))
            return lane
        }
    }

    /// Of bars that would cover each other one is drawn, in the colour of the longest; a failure shows in any case.
    private static func merged(_ bars: [Bar], shortest: Int64) -> [Bar] {
        var merged: [Bar] = []
        for bar in bars.sorted(by: { $0.start < $1.start }) {
            guard let last = merged.last,
                bar.start.microseconds < max(last.end.microseconds, last.start.microseconds + shortest)
            else {
                merged.append(bar)
                continue
            }
            merged[merged.count - 1] = last.joined(with: bar)
        }
        return merged
    }
}

extension Timeline.Bar {
    fileprivate func joined(with other: Timeline.Bar) -> Timeline.Bar {
        let rank = { (bar: Timeline.Bar) in (bar.kind == .fail ? 1 : 0, bar.end.microseconds - bar.start.microseconds) }
        var bar = rank(self) >= rank(other) ? self : other
        (bar.start, bar.end) = (min(start, other.start), max(end, other.end))
        bar.count = count + other.count
        return bar
    }
}
