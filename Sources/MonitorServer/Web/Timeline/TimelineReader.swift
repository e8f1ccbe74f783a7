import MonitorCore

/// How much of the past a timeline shows.
enum TimelineSpan: String, CaseIterable {
    /// The last two turns.
    case recent
    case hour, day, all

    var title: String {
        switch self {
        case .recent: "Last turns"
        case .hour: "Last hour"
        case .day: "Last day"
        case .all: "All"
        }
    }

    fileprivate var duration: Duration? {
        switch self {
        case .hour: .seconds(3_600)
        case .day: .seconds(86_400)
        case .recent, .all: nil
        }
    }

    /// Reading more would hold up the page; the timeline then says where it begins.
    fileprivate var updateLimit: Int { self == .recent ? 200 : 1_000 }
}

/// Reads what a task's timeline is drawn from.
struct TimelineReader {
    let store: any JournalStore
    let now: Timestamp

    private static let changeLimit = 200

    /// The timeline, and whether there is more before it than it shows.
    func timeline(of task: TrackedTask, _ span: TimelineSpan) async throws -> (Timeline, isCut: Bool) {
        var filter = UpdateFilter.newest(span.updateLimit)
        (filter.taskID, filter.totalLimit) = (task.id, span.updateLimit + 1)
        filter.since = span.duration.map { now.advanced(by: .zero - $0) }
        let page = try await store.updates(filter)
        let entries = try await store.stateChanges(of: task.id, before: nil, limit: TimelineReader.changeLimit)
        let isCut = page.total > page.items.count
        let timeline = Timeline(
            of: task, updates: page.items.reversed(), changes: StateChange.changes(entries).reversed(), span: span,
            isCut: isCut, now: now)
        return (timeline, isCut && span != .recent)
    }
}

extension Timeline {
    /// Draws updates and changes, oldest first, as far as the span reaches.
    init(
        of task: TrackedTask, updates: [Update], changes: [StateChange], span: TimelineSpan, isCut: Bool, now: Timestamp
    ) {
        var builder = TimelineBuilder(agentName: task.agent.map { AgentView(agent: $0).name } ?? "Updates", now: now)
        for update in updates { builder.add(update) }
        builder.add(changes)
        let isAtWork = task.agentState == .working || task.agentState == .waiting
        isLive = isAtWork || span.duration != nil
        end = isLive ? now : [updates.map(\.timestamp).max(), task.activity.lastAt].compactMap(\.self).max() ?? now
        start = Timeline.start(updates, span, isCut: isCut, createdAt: task.createdAt, end: end)
        lanes = []
        let (start, end) = (self.start, self.end)
        lanes = Timeline.arranged(builder.lanes.map { $0.clipped(from: start, to: end) }, from: start, to: end)
    }

    private static func start(
        _ updates: [Update], _ span: TimelineSpan, isCut: Bool, createdAt: Timestamp, end: Timestamp
    ) -> Timestamp {
        let first = updates.first?.timestamp ?? createdAt
        let start: Timestamp =
            switch span {
            case .recent: updates.filter { $0.content.kind == "user_prompt" }.dropLast().last?.timestamp ?? first
            case .hour, .day: isCut ? first : end.advanced(by: .zero - (span.duration ?? .zero))
            case .all: first
            }
        // A range of its own, so that a task with one update has a timeline too.
        return min(start, end.advanced(by: .seconds(-60)))
    }
}

extension Timeline.Lane {
    /// Leaves out what lies outside; what goes on reaches to the end.
    fileprivate func clipped(from start: Timestamp, to end: Timestamp) -> Timeline.Lane {
        var lane = self
        lane.spans = spans.map { span in
            var span = span
            if span.isOpen { span.end = end }
            return span
        }.filter { $0.end >= start && $0.start <= end }
        lane.bars = bars.filter { $0.end >= start && $0.start <= end }
        lane.marks = marks.filter { $0.time >= start && $0.time <= end }
        return lane
    }
}
