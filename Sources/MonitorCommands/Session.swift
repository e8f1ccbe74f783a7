package import ArgumentParser
package import MonitorClient

/// What a command works with: the server, and where its words go.
package struct Session: Sendable {
    package let client: MonitorClient
    package let output: Output
    package let environment: Environment

    package init(client: MonitorClient, output: Output, environment: Environment) {
        self.client = client
        self.output = output
        self.environment = environment
    }

    init(_ options: GlobalOptions, environment: Environment = .process) throws {
        let settings = try Settings.resolve(
            serverFlag: options.server, tokenFlag: options.token, environment: environment,
            loginFile: { try LoginFile.read(LoginFile.path(environment)) })
        self.init(
            client: MonitorClient(server: settings.server, token: settings.token),
            output: Output(isQuiet: options.quiet), environment: environment)
    }
}

/// A command that talks to the server.
package protocol ServerCommand: AsyncParsableCommand {
    var global: GlobalOptions { get }

    func run(in session: Session) async throws
}

extension ServerCommand {
    package func run() async throws { try await run(in: Session(global)) }
}
