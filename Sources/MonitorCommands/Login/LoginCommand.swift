package import ArgumentParser
import MonitorClient
import MonitorCore

package struct LoginCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Keep a server and a token for later commands.",
        discussion: """
            Asks for what is not given with --server and --token; without a terminal the token is the first line of \
            standard input. Both are tried out before they are kept, in ~/.config/monitor/config.json (or under \
            XDG_CONFIG_HOME), readable by you only.
            """
    )

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() async throws {
        let environment = Environment.process
        let path = try LoginFile.path(environment)
        let output = Output(isQuiet: global.quiet)
        let login = try LoginPrompt(options: global, environment: environment, output: output).ask()
        try await MonitorClient(server: login.server, token: login.token).checkLogin()
        try login.write(path)
        output.note("Logged in to \(login.server); kept in \(path)")
    }
}
