package import ArgumentParser
import MonitorClient

package struct WorkstreamShow: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one workstream.")

    @Argument(help: "Its id, the beginning of it, or its name.")
    package var workstream: String

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run(in session: Session) async throws {
        let id = try await session.client.workstreamID(workstream)
        try session.output.json(await session.client.workstream(id))
    }
}
