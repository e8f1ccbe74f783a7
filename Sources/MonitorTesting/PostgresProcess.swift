#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program of PostgreSQL that runs, with what it says on both of its outputs.
///
/// It has a process group of its own: an interrupt at the terminal is for the test, whose end ends it.
final class PostgresProcess: Sendable {
    /// Far more than anything here takes, `initdb` on a busy machine included.
    static let patience = Duration.seconds(60)

    let process: ChildProcess
    let log: OutputLog

    /// Starts a command line in a folder.
    init(_ words: [String], in folder: String) throws {
        let environment = [
            "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C",
        ]
        let command = ChildProcess.Command(
            executable: words[0], arguments: Array(words.dropFirst()), environment: environment, folder: folder,
            isGroup: true)
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(input) }
        let (log, logEnd) = try OutputLog.open()
        defer { close(logEnd) }
        process = try ChildProcess(command, input: input, output: logEnd, error: logEnd)
        self.log = log
    }

    /// Returns once it has ended, and with it every process that it started: none has the log any more.
    @discardableResult
    func end() async throws -> ChildProcess.Exit {
        let exit = try await process.exit(within: PostgresProcess.patience)
        try await log.end(within: PostgresProcess.patience)
        return exit
    }

    /// Waits for an end without failure.
    func success() async throws {
        let exit = try await end()
        guard exit == .status(0) else { throw ProcessFailure("PostgreSQL ended with \(exit): \(log.text)") }
    }
}
