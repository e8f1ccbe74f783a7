import MonitorCore
import MonitorSources
import Mustache

/// A task on its own page: its head, what it waits for and its properties.
struct TaskView: MustacheParent {
    let task: TrackedTask
    /// In order of creation, archived ones too.
    let workstreams: [Workstream]
    /// What its agent asked last; what it waits for may be that.
    let request: Update?
    /// What the task's branch is to be merged by.
    let pullRequest: ChipView?
    /// Its newest update by an agent, which names the session.
    let session: String?
    let now: Timestamp

    var workstreamNames: [WorkstreamID: String] {
        Dictionary(workstreams.map { ($0.id, $0.name) }) { $1 }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": task.id.description
        case "name": task.name
        case "workstreamID": task.workstreamID.description
        case "workstreamName": workstreamName
        case "workstreams": choices
        case "status": task.headStatus
        case "state": task.statusView
        case "stateSince": (task.attention?.since).map { TimeView($0, now: now) }.orAbsent
        case "statuses":
            TrackedTask.Status.allCases.map { Choice($0.rawValue, $0.rawValue, isChosen: $0 == task.status) }
        case "isHidden": task.hidden
        case "summary": task.summary.map { SummaryView(summary: $0, now: now) }.orAbsent
        case "summaryText": task.summary?.text ?? ""
        case "ask": ask.orAbsent
        default: property(name)
        }
    }

    private func property(_ name: String) -> Any? {
        switch name {
        case "agent": task.agent.map { AgentView(agent: $0) }.orAbsent
        case "branch": task.branch.orAbsent
        case "repository": task.repository.orAbsent
        case "checks": task.checks.map { ChipView($0) }.orAbsent
        case "pullRequest": pullRequest.orAbsent
        case "updateCount": task.activity.updateCount
        case "errors": ErrorsView(task.activity.errorCount).orAbsent
        case "lastActivity": task.activity.lastAt.map { TimeView($0, now: now, suffix: " ago") }.orAbsent
        case "created": TimeView(task.createdAt, now: now, suffix: " ago")
        case "session": session.map(SessionView.init).orAbsent
        case "metadata": (task.metadata == .emptyObject ? nil : task.metadata.text).orAbsent
        default: nil
        }
    }

    private var workstreamName: String { workstreams.first { $0.id == task.workstreamID }?.name ?? "" }

    /// Where it can be moved: to what is active, and where it is.
    private var choices: [Choice] {
        workstreams.filter { $0.status == .active || $0.id == task.workstreamID }.map {
            Choice($0.id.description, $0.name.cut(100), isChosen: $0.id == task.workstreamID)
        }
    }

    private var ask: AskView? {
        task.attention.map { attention in
            let isAboutRequest = request.map { $0.timestamp <= attention.since.advanced(by: .seconds(1)) } ?? false
            return AskView(
                attention: attention, agent: task.agent.map { AgentView(agent: $0).name },
                tool: isAboutRequest ? ToolRecord(request?.content.data) : nil, taskID: task.id, now: now)
        }
    }

    /// One value of a choice.
    struct Choice: MustacheParent {
        let value: String
        let label: String
        let isChosen: Bool

        init(_ value: String, _ label: String, isChosen: Bool) {
            (self.value, self.label, self.isChosen) = (value, label, isChosen)
        }

        func child(named name: String) -> Any? {
            switch name {
            case "value": value
            case "label": label
            case "isChosen": isChosen
            default: nil
            }
        }
    }

    /// Somebody's words on where the task stands.
    struct SummaryView: MustacheParent {
        let summary: TrackedTask.Summary
        let now: Timestamp

        func child(named name: String) -> Any? {
            switch name {
            case "text": summary.text
            case "source": summary.source
            case "updated": TimeView(summary.updatedAt, now: now, suffix: " ago")
            default: nil
            }
        }
    }

    /// The agent's session, by its short name.
    struct SessionView: MustacheParent {
        let id: String

        func child(named name: String) -> Any? {
            switch name {
            case "id": id
            case "short": id.count > 12 ? String(id.prefix(8)) : id
            default: nil
            }
        }
    }
}

extension TrackedTask {
    /// In the head there is room to say what is waited for.
    var headStatus: StatusView {
        guard state == .waiting, let attention else { return statusView }
        return switch attention.reason {
        case .permission: StatusView(.waiting, word: "waiting for permission")
        case .question: StatusView(.waiting, word: "waiting for an answer")
        case .plan: StatusView(.waiting, word: "waiting for approval")
        case .error, .ci: statusView
        }
    }
}
