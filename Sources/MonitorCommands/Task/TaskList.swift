package import ArgumentParser
package import MonitorClient
package import MonitorCore

package struct TaskList: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tasks, in order of creation.",
        discussion: "`monitor-cli task list --attention` shows who waits for someone."
    )

    @Option(help: "Only of this workstream: its id, the beginning of it, or its name.")
    package var workstream: String?

    @Option(help: "Only with this status; any of them, where it repeats.")
    package var status: [TrackedTask.Status] = []

    @Flag(help: "Only tasks that need a person.")
    package var attention = false

    @Option(help: "Only where the agent is in this state; any of them, where it repeats.")
    package var agentState: [TrackedTask.AgentState] = []

    @Flag(help: "Hidden tasks too.")
    package var includeHidden = false

    @Flag(help: "Tasks of archived workstreams too.")
    package var includeArchivedWorkstreams = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func filter(_ client: MonitorClient) async throws -> TaskFilter {
        var filter = TaskFilter()
        if let workstream { filter.workstreamID = try await client.workstreamID(workstream) }
        filter.statuses = status
        filter.attention = attention ? true : nil
        filter.agentStates = agentState
        filter.includeHidden = includeHidden
        filter.includeArchivedWorkstreams = includeArchivedWorkstreams
        return filter
    }

    package func run(in session: Session) async throws {
        try session.output.json(await session.client.tasks(filter(session.client)))
    }
}
