package import ArgumentParser
import MonitorClient
package import MonitorCore

package struct WorkstreamUpdate: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a workstream: archive it, or give it another name.")

    @Argument(help: "Its id, the beginning of it, or its name.")
    package var workstream: String

    @Option(help: "Another name.")
    package var name: String?

    @Option(help: "Archived workstreams and their tasks are left out of lists.")
    package var status: Workstream.Status?

    @Option(
        help: ArgumentHelp("A JSON object instead of the one it has.", valueName: "json"),
        transform: ArgumentForm.metadata)
    package var metadata: RawJSON?

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package var patch: WorkstreamPatch {
        var patch = WorkstreamPatch()
        patch.name = name
        patch.status = status
        patch.metadata = metadata.map(Change.set) ?? .leave
        return patch
    }

    package func validate() throws {
        if patch == WorkstreamPatch() {
            throw ValidationError("Say what to change: --name, --status or --metadata.")
        }
    }

    package func run(in session: Session) async throws {
        let id = try await session.client.workstreamID(workstream)
        try session.output.json(await session.client.updateWorkstream(id, patch))
    }
}
