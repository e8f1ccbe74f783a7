package import MonitorClient

/// `monitor-cli` as a script runs it, in a home folder of its own.
package struct CommandLineClient: Sendable {
    package let home: TemporaryFolder
    package var environment: [String: String]

    /// Talks to the server that `MONITOR_SERVER` names.
    package init(server: ServerAddress? = nil, environment: [String: String] = [:]) throws {
        home = try TemporaryFolder()
        self.environment = environment
        if let server { self.environment["MONITOR_SERVER"] = server.description }
    }

    package func start(_ arguments: [String], input: String = "") throws -> CommandProcess {
        try CommandProcess(Binary.cli.path, arguments, in: home, environment: environment, input: input)
    }

    package func run(_ arguments: [String], input: String = "") async throws -> CommandProcess.Result {
        try await start(arguments, input: input).result(within: ServerProcess.patience)
    }

    package func run(_ arguments: String...) async throws -> CommandProcess.Result { try await run(arguments) }
}
