package import ArgumentParser
import MonitorClient

/// `monitor-cli hook` for `--help` and completions; when an agent calls it, `Hook` runs before any of this.
package struct HookCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "hook",
        abstract: "Hand over one event of an agent: the body is read from standard input.",
        discussion: """
            Agents call it; `monitor-cli hooks install` writes it into their settings. It adds the repository, branch and \
            worktree of the agent's folder, waits at most 0.3 s for the server, and keeps what cannot be delivered in \
            the spool, from where it is sent later. It always ends with 0 and prints nothing, whatever happens. Codex's \
            `notify` passes the body as the last argument.
            """)

    @Argument(help: "The source, such as claude-code, codex, gemini-cli, cursor, opencode, copilot or generic.")
    package var source: String

    @Argument(help: "The body, where the agent does not write it to standard input.")
    package var body: String?

    @Option(help: "Store it with this task (an id); else MONITOR_TASK, else the session's own task.")
    package var task: String?

    @Option(help: "Make the session's task in this workstream (an id).")
    package var workstream: String?

    @Option(help: "The event's name, where the body does not say it.")
    package var event: String?

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() {
        var words = [source]
        for (name, value) in [
            ("--task", task), ("--event", event), ("--workstream", workstream), ("--server", global.server), ("--token", global.token),
        ] {
            if let value { words += [name, value] }
        }
        Hook(HookArguments(words + (body.map { [$0] } ?? []))).run()
    }
}

extension HookCommand {
    /// Runs the hook that the command line asks for and ends the process; returns where it asks for something else.
    package static func runIfCalled(_ arguments: [String] = CommandLine.arguments) {
        guard arguments.dropFirst().first == configuration.commandName else { return }
        let rest = arguments.dropFirst(2)
        if rest.contains("--help") || rest.contains("-h") || (rest.isEmpty && StandardStream.input.isTerminal) {
            return
        }
        Hook(HookArguments(rest)).run()
        endProcess(ExitStatus.success.rawValue)
    }
}
