import MonitorCore
import MonitorLive
import MonitorWeb
import Mustache

/// A task as a row of the dashboard.
struct TaskRowView: RowView {
    let inputs: Inputs
    private let now: Timestamp

    struct Inputs: Equatable {
        let task: TrackedTask
        /// Of its updates in the last hour.
        let counts: [Int]
        let pullRequest: PullRequest?
        /// A row that came to lie outside of what the page asks for says so.
        let isMatch: Bool
        /// How long ago its last update was.
        let age: String
    }

    init(task: TrackedTask, context: TaskRowContext) {
        now = context.now
        inputs = Inputs(
            task: task, counts: context.activity.counts(of: task.id, now: now),
            pullRequest: context.pullRequests.find(for: task), isMatch: context.query.matches(task),
            age: RelativeTime.text(from: task.recency, to: now))
    }

    var id: TaskID { task.id }
    var template: TemplateName { .taskRow }
    private var task: TrackedTask { inputs.task }

    /// A line of a row; the widest screen shows some 120 characters.
    private static let lineLength = 200

    func child(named name: String) -> Any? {
        switch name {
        case "id": task.id.description
        case "workstreamID": task.workstreamID.description
        case "name": task.name
        case "state": task.state.rawValue
        case "status": task.statusView
        case "isQuiet": task.isQuiet
        case "isHidden": task.hidden
        case "isMatch": inputs.isMatch
        case "reason": reason.orAbsent
        case "agent": task.agent.map { AgentView(agent: $0) }.orAbsent
        case "branch": task.branch.orAbsent
        case "chip": ChipView(task, pullRequest: inputs.pullRequest).orAbsent
        case "lastMessage": lastMessage.orAbsent
        case "summary": summary.orAbsent
        case "spark": SparkView(counts: inputs.counts, state: task.state)
        case "errors": ErrorsView(task.activity.errorCount).orAbsent
        case "lastActivity": TimeView(task.recency, now: now)
        default: nil
        }
    }

    /// Why the task needs somebody, where neither its state nor the chip of its checks says so.
    private var reason: String? {
        guard let attention = task.attention, attention.statusView.state != task.state else { return nil }
        return attention.reason == .ci && task.checks != nil ? nil : attention.statusView.word
    }

    /// What is done with shows one line only, its summary if it has one.
    private var lastMessage: String? {
        task.isQuiet && task.summary != nil ? nil : task.activity.lastMessage?.cut(TaskRowView.lineLength)
    }

    private var summary: String? { task.summary?.text.cut(TaskRowView.lineLength) }
}

/// What rows show beside what their tasks hold.
struct TaskRowContext {
    let now: Timestamp
    let activity: RecentActivity
    let rows: RenderedRows<TaskRowView>
    var pullRequests = PullRequests(in: [])
    /// What the page asks for.
    var query = DashboardQuery()

    func html(of tasks: [TrackedTask]) -> RenderedHTML {
        rows.html(of: tasks.map { TaskRowView(task: $0, context: self) })
    }
}
