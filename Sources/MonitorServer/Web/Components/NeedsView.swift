import MonitorCore
import Mustache

/// The tasks that wait for a person: agents that stand still, longest first, then errors and CI.
struct NeedsView: MustacheParent {
    let needs: [NeedView]

    /// Who has more to answer begins with these.
    private static let listedCount = 20

    init(tasks: [TrackedTask], workstreamNames: [WorkstreamID: String], now: Timestamp) {
        let waiting = tasks.compactMap { task in task.attention.map { (task, $0) } }
        needs = waiting.sorted { NeedsView.isMoreUrgent($0.1, than: $1.1) }.map { task, attention in
            NeedView(
                task: task, attention: attention, workstreamName: workstreamNames[task.workstreamID] ?? "", now: now)
        }
    }

    private static func isMoreUrgent(_ a: TrackedTask.Attention, than b: TrackedTask.Attention) -> Bool {
        (a.statusView.state, a.since) < (b.statusView.state, b.since)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "count": needs.count
        case "needs": Array(needs.prefix(NeedsView.listedCount))
        case "leftOut": leftOut.orAbsent
        default: nil
        }
    }

    private var leftOut: Int? { needs.count > NeedsView.listedCount ? needs.count - NeedsView.listedCount : nil }
}

/// A task that waits for a person, with what it waits for.
struct NeedView: MustacheParent {
    let task: TrackedTask
    let attention: TrackedTask.Attention
    let workstreamName: String
    let now: Timestamp

    /// Some three lines of the widest column.
    private static let messageLength = 300

    func child(named name: String) -> Any? {
        switch name {
        case "taskID": task.id.description
        case "taskName": task.name
        case "workstreamName": workstreamName
        case "agent": task.agent.map { AgentView(agent: $0) }.orAbsent
        case "branch": task.branch.orAbsent
        case "status": attention.statusView
        case "since": TimeView(attention.since, now: now, prefix: "for ")
        case "tool": toolCall.map { String($0.tool) }.orAbsent
        case "command": toolCall.map { String($0.command) }.orAbsent
        case "message": (toolCall == nil ? message : nil).orAbsent
        case "summary": (task.summary?.text.cut(NeedView.messageLength)).orAbsent
        default: nil
        }
    }

    private var message: String { attention.message.cut(NeedView.messageLength) }

    /// What a permission is asked for, as adapters write it: `Bash: rm -rf build`.
    private var toolCall: (tool: Substring, command: Substring)? {
        guard attention.reason == .permission, let colon = message.firstRange(of: ": ") else { return nil }
        let tool = message[..<colon.lowerBound]
        return tool.contains(" ") ? nil : (tool, message[colon.upperBound...])
    }
}

/// How many tasks need a person, in the bar of every page.
struct NeedsCountView: MustacheParent {
    let count: Int

    func child(named name: String) -> Any? {
        switch name {
        case "count": (count > 0 ? count : nil).orAbsent
        default: nil
        }
    }
}
