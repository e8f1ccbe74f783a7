package import ArgumentParser
import MonitorCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `monitor-server`: reads its settings, or says which one is wrong, and serves.
package struct ServerCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "monitor-server",
        abstract: "Shows, live and for ever after, what every coding agent, CI run and person is doing.",
        discussion: "Each setting is a flag or a variable of the environment; the flag wins.",
        subcommands: [MigrateCommand.self])

    @OptionGroup var options: ServerOptions

    package init() {}

    package func run() async throws {
        do {
            let settings = try ServerConfiguration(options: options, environment: ProcessInfo.processInfo.environment)
            try await MonitorServer(configuration: settings, logger: settings.logging.makeLogger()).run()
        } catch let error as InvalidSetting {
            throw ValidationError(error.description)
        } catch {
            throw StartFailure(error)
        }
    }
}

/// Why the server did not start or ended, in one sentence.
struct StartFailure: Error, CustomStringConvertible {
    let description: String

    init(_ error: any Error) { description = (error as? APIError)?.message ?? "\(error)" }
}
