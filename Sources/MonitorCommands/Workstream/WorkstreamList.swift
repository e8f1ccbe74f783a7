package import ArgumentParser
import MonitorClient

package struct WorkstreamList: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the workstreams, in order of creation.")

    @Flag(help: "Archived workstreams too.")
    package var includeArchived = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run(in session: Session) async throws {
        try session.output.json(await session.client.workstreams(includeArchived: includeArchived))
    }
}
