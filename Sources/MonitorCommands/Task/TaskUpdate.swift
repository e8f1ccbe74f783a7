package import ArgumentParser
import MonitorClient
package import MonitorCore

package struct TaskUpdate: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a task: its status, its summary, its place.")

    @Argument(help: "Its id, the beginning of it, or its name.")
    package var task: String

    @Option(help: "Where it stands.")
    package var status: TrackedTask.Status?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Where it stands in words; '' clears it.", valueName: "text"))
    package var summary: String?

    @Option(help: "Who wrote the summary.")
    package var summarySource: String?

    @Option(help: "Another name.")
    package var name: String?

    @Option(help: ArgumentHelp("Another workstream for it and its later updates.", valueName: "workstream"))
    package var moveTo: String?

    @Flag(help: "Leave it out of lists.")
    package var hide = false

    @Flag(help: "Take it into lists again.")
    package var unhide = false

    @Flag(help: "Dismiss what it waits for.")
    package var dismiss = false

    @Option(
        help: ArgumentHelp("A JSON object instead of the one it has.", valueName: "json"),
        transform: ArgumentForm.metadata)
    package var metadata: RawJSON?

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    /// Everything but the move, whose workstream the server may have to be asked for.
    package var patch: TaskPatch {
        var patch = TaskPatch()
        patch.name = name
        patch.status = status
        patch.summaryText = summary.map { $0.isEmpty ? .clear : .set($0) } ?? .leave
        patch.summarySource = summarySource.map(Change.set) ?? .leave
        patch.metadata = metadata.map(Change.set) ?? .leave
        patch.hidden = hide ? true : unhide ? false : nil
        patch.clearsAttention = dismiss
        return patch
    }

    package func validate() throws {
        if hide && unhide { throw ValidationError("Give --hide or --unhide, not both.") }
        if patch == TaskPatch() && moveTo == nil {
            let options = "--status, --summary, --name, --move-to, --hide, --unhide, --dismiss or --metadata"
            throw ValidationError("Say what to change: \(options).")
        }
    }

    package func run(in session: Session) async throws {
        let id = try await session.client.taskID(task)
        var patch = patch
        if let moveTo { patch.workstreamID = try await session.client.workstreamID(moveTo) }
        try session.output.json(await session.client.updateTask(id, patch))
    }
}
