import MonitorCore
import MonitorSources

/// Draws a timeline from a task's updates and changes, given oldest first.
struct TimelineBuilder {
    private let now: Timestamp
    private var prompts = Timeline.Lane(kind: .prompts, name: "Prompts")
    private var agent: Timeline.Lane
    private var checks = Timeline.Lane(kind: .checks, name: "CI")
    private var subagents: [Timeline.Lane] = []
    private var places: [String: Int] = [:]
    /// The calls of each lane; the main agent's under an empty name.
    private var uses: [String: [ToolUse]] = [:]
    private var runs: [String: Int] = [:]
    private var turnStart: Timestamp?

    /// Calls that one agent has under way at a time; an end is looked for among the newest.
    private static let openLimit = 50

    init(agentName: String, now: Timestamp) {
        self.now = now
        agent = Timeline.Lane(kind: .agent, name: agentName)
    }

    var lanes: [Timeline.Lane] {
        var (agent, subagents) = (agent, subagents)
        for (name, uses) in uses {
            if let place = places[name] {
                subagents[place].bars += uses.map(bar)
            } else {
                agent.bars += uses.map(bar)
            }
        }
        return [prompts, agent] + subagents + [checks]
    }

    mutating func add(_ update: Update) {
        let content = update.content
        switch content.kind {
        case "user_prompt":
            turnStart = update.timestamp
            prompts.marks.append(mark(.prompt, update, content.author.map { "Prompt by \($0)" } ?? "Prompt"))
        case "turn_end": endTurn(update)
        case "tool_use", "tool_failure": addCall(update)
        case "subagent_start", "subagent_stop": addSubagent(update)
        case "ci_run": addCheck(update)
        case "ci_job": break
        default: if content.level == .error { agent.marks.append(mark(.error, update, "Error")) }
        }
    }

    private mutating func endTurn(_ update: Update) {
        agent.marks.append(mark(.turnEnd, update, "End of turn"))
        guard let start = turnStart else { return }
        turnStart = nil
        agent.spans.append(
            Timeline.Span(
                kind: .turn, start: start, end: update.timestamp, isOpen: false, label: "Turn", seq: update.seq))
    }

    private mutating func addCall(_ update: Update) {
        let tool = ToolRecord(update.content.data)
        if update.content.kind == "tool_failure" {
            agent.marks.append(mark(.error, update, "\(tool?.name ?? "Tool") failed"))
        }
        let lane = tool?.subagent.map { place(of: $0, update) } ?? ""
        TimelineBuilder.add(update, tool, to: &uses[lane, default: []])
    }

    private static func add(_ update: Update, _ tool: ToolRecord?, to calls: inout [ToolUse]) {
        for index in calls.indices.suffix(openLimit).reversed() where calls[index].join(update, tool) { return }
        calls.append(ToolUse(update, tool))
    }

    private func bar(_ use: ToolUse) -> Timeline.Bar {
        let end = use.hasEnded ? use.last.timestamp : use.first.timestamp
        let start =
            use.updates.count > 1 || !use.hasEnded
            ? use.first.timestamp : end.advanced(by: .zero - (use.duration ?? .zero))
        let took = use.duration.map { ", \($0.text)" } ?? ""
        let what = use.tool.map { tool in
            ([tool.name] + [tool.subject?.cut(80)].compactMap(\.self)).joined(separator: " ")
        }
        return Timeline.Bar(
            kind: use.hasFailed ? .fail : use.tool.map { Timeline.Bar.Kind($0.kind) } ?? .run, start: start, end: end,
            label: "\(what ?? "Tool")\(use.hasFailed ? " failed" : "")\(took)", seq: use.last.seq)
    }

    // MARK: Subagents and checks

    private mutating func place(of subagent: SubagentRecord, _ update: Update) -> String {
        if places[subagent.id] == nil {
            places[subagent.id] = subagents.count
            subagents.append(Timeline.Lane(kind: .subagent, name: (subagent.name ?? "Subagent").cut(40)))
        }
        return subagent.id
    }

    private mutating func addSubagent(_ update: Update) {
        guard let subagent = SubagentRecord(update.content.data) else { return }
        let lane = places[place(of: subagent, update)] ?? 0
        let isEnd = update.content.kind == "subagent_stop"
        if isEnd, let open = subagents[lane].spans.lastIndex(where: \.isOpen) {
            subagents[lane].spans[open].end = update.timestamp
            subagents[lane].spans[open].isOpen = false
            return
        }
        subagents[lane].spans.append(
            Timeline.Span(
                kind: .subagent, start: update.timestamp, end: update.timestamp, isOpen: !isEnd,
                label: subagents[lane].name, seq: update.seq))
    }

    private mutating func addCheck(_ update: Update) {
        guard let check = CheckRecord(update.content.data) else { return }
        let key = check.run ?? "\(update.seq)"
        let name = ["CI run", check.number.map { "\($0)" } ?? check.name?.cut(60)].compactMap(\.self)
            .joined(separator: " ")
        let place = runs[key] ?? checks.spans.count
        if place == checks.spans.count {
            runs[key] = place
            checks.spans.append(
                Timeline.Span(
                    kind: .check, start: update.timestamp, end: update.timestamp, isOpen: true, label: name,
                    seq: update.seq))
        }
        checks.spans[place].end = max(checks.spans[place].end, update.timestamp)
        checks.spans[place].isOpen = !check.state.isFinished
        checks.spans[place].label = "\(name) \(check.verb)"
        guard check.state == .failed else { return }
        checks.spans[place].kind = .failedCheck
        checks.marks.append(mark(.error, update, "\(name) failed"))
    }

    // MARK: Waits

    /// Takes what the agent's state says of waits.
    mutating func add(_ changes: [StateChange]) {
        for (index, change) in changes.enumerated() where change.agentState == .waiting {
            guard index == 0 || changes[index - 1].agentState != .waiting else { continue }
            let end = changes[index...].first { $0.agentState != .waiting }
            let label = "Waiting" + (change.waitReason.map { " for \($0)" } ?? "")
            agent.spans.append(
                Timeline.Span(
                    kind: .wait, start: change.time, end: end?.time ?? now, isOpen: end == nil, label: label,
                    seq: change.seq))
            agent.marks.append(Timeline.Mark(kind: .wait, time: change.time, label: label, seq: change.seq))
        }
    }

    private func mark(_ kind: Timeline.Mark.Kind, _ update: Update, _ label: String) -> Timeline.Mark {
        Timeline.Mark(kind: kind, time: update.timestamp, label: label, seq: update.seq)
    }
}

extension Timeline.Bar.Kind {
    init(_ kind: ToolKind) {
        switch kind {
        case .read, .search, .web: self = .read
        case .edit: self = .edit
        case .command, .plan, .question, .approval, .agent, .other: self = .run
        }
    }
}

extension StateChange {
    fileprivate var waitReason: String? {
        parts.lazy.compactMap { part in
            switch part {
            case .agentState(_, _, let reason): reason?.rawValue
            default: nil
            }
        }.first
    }
}
