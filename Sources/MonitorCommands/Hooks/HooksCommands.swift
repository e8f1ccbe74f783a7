package import ArgumentParser

package struct HooksCommands: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "hooks",
        abstract: "Have a coding agent report what it does: install, uninstall, status.",
        discussion: """
            Adds Monitor's entries to the agent's own settings file and keeps everything else in it to the letter. \
            A file that cannot be read as it should is left alone. Agents: \
            \(HookAgent.all.map(\.name).joined(separator: ", ")).
            """,
        subcommands: [HooksInstall.self, HooksUninstall.self, HooksStatus.self]
    )

    package init() {}
}
