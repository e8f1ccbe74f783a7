package import ArgumentParser
import MonitorClient

package struct HooksUninstall: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "uninstall",
        abstract: "Take Monitor's hooks out of an agent's settings.",
        discussion: """
            Brings back the bytes from before the installation; where the file was changed since, only Monitor's entries go.
            """
    )

    @Argument(help: "The agent.") package var agent: HookAgent

    @Option(help: "Whose settings: user, project or local.") package var scope: HookScope = .user

    @Flag(help: "Show what would change, and change nothing.") package var dryRun = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() throws {
        let folder = FileSystem.repository(of: try FileSystem.currentFolder())
        let change = try HookInstallation(agent, scope, .process, folder: folder, isDryRun: dryRun).uninstall()
        try Output(isQuiet: global.quiet).json(bytes: change.json)
    }
}
