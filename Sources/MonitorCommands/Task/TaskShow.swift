package import ArgumentParser
import MonitorClient

package struct TaskShow: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one task: its state, its last message and what it waits for.")

    @Argument(help: "Its id, the beginning of it, or its name.")
    package var task: String

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run(in session: Session) async throws {
        let id = try await session.client.taskID(task)
        try session.output.json(await session.client.task(id))
    }
}
