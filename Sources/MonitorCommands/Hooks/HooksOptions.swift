package import ArgumentParser
import MonitorClient

/// Which file of an agent a command is about.
package struct HooksOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whose settings: yours everywhere (user), this repository's (project), or yours in it (local).",
            discussion: "Only Claude Code has local ones."))
    package var scope: HookScope?

    @Option(
        help: ArgumentHelp(
            "The monitor-cli that hooks start.", discussion: "Else the one that runs, where you would look for it.",
            valueName: "path"))
    package var binary: String?

    package init() {}

    func binaryPath(_ environment: Environment, folder: String) throws -> String {
        try BinaryPath.resolve(
            binary, startedAs: CommandLine.arguments.first ?? HookOwnership.program, environment, folder: folder)
    }
}
