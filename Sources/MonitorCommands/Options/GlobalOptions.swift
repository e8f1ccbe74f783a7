package import ArgumentParser
import MonitorClient

/// What every command takes, before or after its name.
package struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server's address.",
            discussion: "Else MONITOR_SERVER, the login file, or \(ServerAddress.standard).", valueName: "url"))
    package var server: String?

    @Option(help: ArgumentHelp("A token of the server.", discussion: "Else MONITOR_TOKEN or the login file."))
    package var token: String?

    @Flag(
        name: [.customLong("quiet"), .customLong("silent")],
        help: "Print nothing at all; only the exit status tells.")
    package var quiet = false

    package init() {}

    package func validate() throws {
        guard let server else { return }
        do {
            _ = try ServerAddress(parsing: server.trimmingSpaces)
        } catch {
            throw ValidationError("--server: \(error.message)")
        }
    }
}
