package import ArgumentParser
import MonitorClient
package import MonitorCore

package struct UpdateManual: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Post an update to a task.",
        discussion: "It is signed with MONITOR_AUTHOR, else with your user name."
    )

    @Option(help: "The task's id, the beginning of it, or its name.")
    package var task: String

    @Option(parsing: .unconditional, help: ArgumentHelp("What a person will read.", valueName: "text"))
    package var message: String

    @Option(help: "What kind of update it is, such as manual_note, decision or test_result.")
    package var kind: String?

    @Option(help: "How serious it is.")
    package var level: Level?

    @Option(
        name: [.customLong("tags"), .customLong("tag")],
        help: ArgumentHelp("Tags with commas between them; may repeat.", valueName: "a,b"))
    package var tags: [String] = []

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Any JSON to keep with it.", valueName: "json"),
        transform: ArgumentForm.json)
    package var data: RawJSON?

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func draft(for taskID: TaskID, author: String?) -> UpdateDraft {
        UpdateDraft(
            taskID: taskID,
            content: UpdateContent(
                source: "manual", author: author, message: message, kind: kind, level: level,
                tags: ArgumentForm.tags(tags), data: data))
    }

    package func run(in session: Session) async throws {
        let taskID = try await session.client.taskID(task)
        let draft = draft(for: taskID, author: session.environment.author)
        try session.output.json(await session.client.postManual(draft))
    }
}
