package import MonitorClient
import MonitorCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A `monitor-server` that runs for a test, on a free port of the loopback interface.
package final class ServerProcess: Sendable {
    package let address: ServerAddress
    /// From the start of the process to the moment it listens.
    package let startTime: Duration
    private let command: CommandProcess

    /// How long anything may take that normally takes a moment: far more than needed, on a machine that does other work.
    package static let patience = Duration.seconds(30)

    /// Starts a server on the store that belongs to the folder and returns once it listens.
    ///
    /// `launcher` is the command line of a program that runs the server's, such as `strace`; signals go to both.
    package init(
        in folder: TemporaryFolder, flags: [String] = [], environment: [String: String] = [:], port: UInt16 = 0,
        launcher: [String] = []
    ) async throws {
        var environment = environment
        if let url = try await StoreCase.underTest.url(in: folder), environment["MONITOR_DB"] == nil {
            environment["MONITOR_DB"] = url
        }
        let started = ContinuousClock.now
        let words =
            launcher + [try Binary.server.path, "--bind", "127.0.0.1:\(port)", "--log-format", "json"] + flags
        command = try CommandProcess(
            words[0], Array(words.dropFirst()), in: folder, environment: environment, isGroup: !launcher.isEmpty)
        let url = try await command.errors.first(within: ServerProcess.patience, "a server that listens") { line in
            let event = try? JSONDocument(parsing: line.utf8).value
            return event?["message"]?.string == "listening" ? event?["url"]?.string : nil
        }
        guard let url else { throw ProcessFailure("the server did not start: \(command.errors.text)") }
        address = try ServerAddress(parsing: url)
        startTime = .now - started
    }

    package var pid: Int32 { command.process.pid }

    package var port: UInt16 { address.port }

    /// Everything it has logged.
    package var log: String { command.errors.text }

    package func client(token: String? = nil) -> MonitorClient { MonitorClient(server: address, token: token) }

    package func send(_ signal: Int32) { command.process.send(signal) }

    package func exit(within limit: Duration = patience) async throws -> ChildProcess.Exit {
        try await command.process.exit(within: limit)
    }

    /// Asks it to end, and makes sure that it ends well.
    package func stop() async throws {
        send(SIGTERM)
        let exit = try await exit()
        guard exit == .status(0) else { throw ProcessFailure("the server ended with \(exit): \(log)") }
    }

    /// Ends it as a crash would.
    package func crash() async throws {
        send(SIGKILL)
        _ = try await exit()
    }
}

/// Runs `body` with a server of its own, which has to end well after it.
package func withServer(
    flags: [String] = [], environment: [String: String] = [:], _ body: (ServerProcess) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    let server = try await ServerProcess(in: folder, flags: flags, environment: environment)
    try await body(server)
    try await server.stop()
    withExtendedLifetime(folder) {}
}
