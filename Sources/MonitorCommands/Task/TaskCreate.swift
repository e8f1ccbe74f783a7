package import ArgumentParser
import MonitorClient
package import MonitorCore

package struct TaskCreate: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a task in a workstream.")

    @Argument(help: "What it is called.")
    package var name: String

    @Option(help: "The workstream's id, the beginning of it, or its name.")
    package var workstream: String

    @Option(help: ArgumentHelp("A JSON object to keep with it.", valueName: "json"), transform: ArgumentForm.metadata)
    package var metadata: RawJSON?

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run(in session: Session) async throws {
        let workstreamID = try await session.client.workstreamID(workstream)
        let draft = TaskDraft(workstreamID: workstreamID, name: name, metadata: metadata ?? .emptyObject)
        try session.output.json(await session.client.createTask(draft))
    }
}
