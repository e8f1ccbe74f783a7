package import ArgumentParser

package struct TaskCommands: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "task",
        abstract: "Pieces of work, each with its thread of updates.",
        subcommands: [TaskCreate.self, TaskList.self, TaskShow.self, TaskUpdate.self]
    )

    package init() {}
}
