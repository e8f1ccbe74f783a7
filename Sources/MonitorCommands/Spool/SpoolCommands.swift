package import ArgumentParser

package struct SpoolCommands: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "spool", abstract: "What hooks could not deliver yet.",
        subcommands: [SpoolStatus.self, SpoolFlush.self])

    package init() {}
}
