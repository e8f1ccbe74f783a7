package import ArgumentParser

package struct WorkstreamCommands: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "workstream",
        abstract: "Groups of tasks: usually a repository or an effort.",
        subcommands: [WorkstreamCreate.self, WorkstreamList.self, WorkstreamShow.self, WorkstreamUpdate.self]
    )

    package init() {}
}
