package import ArgumentParser
import MonitorClient

/// For help and completions; a hook's own command line never gets here (`runHookToEnd`).
package struct HookCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "hook",
        abstract: "Hand an agent's event over to the server.",
        discussion: """
            For the settings of an agent, never to wait for: it reads the event from standard input (or from the last \
            argument, as Codex gives it), adds repository, branch, worktree and host, and is gone. It prints nothing and \
            exits with 0 whatever happens. What cannot be delivered at once is kept and sent later, in order; see \
            `monitor-cli spool status`.
            """
    )

    @Argument(help: ArgumentHelp("Whose event it is, such as claude-code.", valueName: "source"))
    package var source: String

    @Argument(help: ArgumentHelp("The event, where it does not come from standard input.", valueName: "event"))
    package var event: String?

    @Option(help: ArgumentHelp("The task to add it to; else MONITOR_TASK, else the session's own.", valueName: "id"))
    package var task: String?

    @Option(help: ArgumentHelp("The workstream to put the session's task into.", valueName: "id"))
    package var workstream: String?

    @Option(
        name: .customLong("event"),
        help: ArgumentHelp("The event's name, where the body does not say it.", valueName: "name"))
    package var eventName: String?

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() {
        var arguments = HookArguments()
        arguments.source = source
        arguments.payload = event
        arguments.server = global.server
        arguments.token = global.token
        arguments.task = task
        arguments.workstream = workstream
        arguments.eventName = eventName
        arguments.isQuiet = global.quiet
        HookCommand.run(arguments)
    }

    static func run(_ arguments: HookArguments) {
        guard let hint = HookRun.ofProcess(arguments).run() else { return }
        Output(isQuiet: arguments.isQuiet).note(hint.message)
    }
}

extension MonitorCLI {
    /// Runs the process's command line and ends the process if it is a hook's; else it returns.
    ///
    /// Before anything else, since every millisecond of a hook is one that an agent waits.
    package static func runHookToEnd() {
        guard let arguments = HookArguments(Array(CommandLine.arguments.dropFirst())) else { return }
        HookCommand.run(arguments)
        endProcess(ExitStatus.success.rawValue)
    }
}
