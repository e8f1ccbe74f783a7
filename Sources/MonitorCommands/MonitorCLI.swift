package import ArgumentParser
import MonitorClient

/// The command line of Monitor's client.
package struct MonitorCLI: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "monitor-cli",
        abstract: "Keep an eye on agents, CI and people: read and write a Monitor server's tasks and updates.",
        discussion: """
            Results are JSON on standard output, one line each, and errors are on standard error. Tasks and workstreams \
            are named by their id, the unique beginning of it (4 characters or more), or their exact name.

            \(ExitStatus.table)
            """,
        subcommands: [
            WorkstreamCommands.self, TaskCommands.self, UpdateCommands.self, StreamCommand.self, LoginCommand.self,
            HookCommand.self, HooksCommands.self, SpoolCommands.self, DoctorCommand.self,
        ]
    )

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}
}

extension MonitorCLI {
    /// Runs the process's command line and ends the process.
    package static func runToEnd() async -> Never {
        await endProcess(run(Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs a command line and returns the exit status.
    package static func run(_ arguments: [String]) async -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return ExitStatus.success.rawValue
        } catch {
            return report(error, arguments, to: Output(isQuiet: isQuiet(arguments)))
        }
    }

    private static func report(_ error: any Error, _ arguments: [String], to output: Output) -> Int32 {
        if let failure = Failure(error) {
            output.note("Error: \(failure.message)")
            return failure.status.rawValue
        }
        if exitCode(for: error) == .validationFailure, let message = CommandSuggestion.message(for: arguments) {
            output.note("Error: \(message)")
            return ExitStatus.usage.rawValue
        }
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        guard !message.isEmpty else { return code.rawValue }
        if code.isSuccess { try? output.text(message) } else { output.note(message) }
        return code.rawValue
    }

    /// Also where the arguments cannot be parsed, so that a hook's mistake stays silent too.
    static func isQuiet(_ arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains { $0 == "--quiet" || $0 == "--silent" }
    }
}

extension Failure {
    /// `nil` for what ArgumentParser explains itself.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ClientError: self.init(error)
        case let error as SettingsError: self.init(.local, error.message)
        case let error as SystemError: self.init(.local, error.message)
        default: return nil
        }
    }
}
