package import ArgumentParser

package struct UpdateCommands: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "What happened: post a note, or read and search what is stored.",
        subcommands: [UpdateManual.self, UpdateList.self]
    )

    package init() {}
}
