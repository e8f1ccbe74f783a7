package import MonitorCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program with its output: one of ours, or a tool of the system.
package final class CommandProcess: Sendable {
    package let process: ChildProcess
    package let output: OutputLog
    package let errors: OutputLog

    /// Starts a program in a folder, with nothing of our environment but `PATH`.
    ///
    /// `HOME` is the folder, so that no settings of the machine's user count.
    package init(
        _ executable: String, _ arguments: [String] = [], in folder: TemporaryFolder,
        environment: [String: String] = [:], input: String = "", isGroup: Bool = false
    ) throws {
        var variables = ["PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "HOME": folder.path]
        variables.merge(environment) { $1 }
        let command = ChildProcess.Command(
            executable: executable, arguments: arguments, environment: variables, folder: folder.path, isGroup: isGroup)
        let standardInput = try CommandProcess.pipe(holding: input)
        defer { close(standardInput) }
        let (output, outputEnd) = try OutputLog.open()
        defer { close(outputEnd) }
        let (errors, errorEnd) = try OutputLog.open()
        defer { close(errorEnd) }
        process = try ChildProcess(command, input: standardInput, output: outputEnd, error: errorEnd)
        self.output = output
        self.errors = errors
    }

    /// What a program that has ended leaves behind.
    package struct Result: Sendable {
        package let exit: ChildProcess.Exit
        package let output: [UInt8]
        package let errors: String

        package var text: String { String(decoding: output, as: UTF8.self) }

        /// The output as JSON; `nil` where it is none.
        package var json: JSONValue? { try? JSONDocument(parsing: output).value }
    }

    /// Waits for the end; past the limit the program is killed.
    package func result(within limit: Duration) async throws -> Result {
        let exit: ChildProcess.Exit
        do {
            exit = try await process.exit(within: limit)
        } catch {
            process.send(SIGKILL)
            throw error
        }
        try await output.end(within: limit)
        try await errors.end(within: limit)
        return Result(exit: exit, output: output.bytes, errors: errors.text)
    }

    /// A pipe that already holds the text, at most a pipe's 64 KiB, and then ends.
    private static func pipe(holding text: String) throws -> Int32 {
        let (readEnd, writeEnd) = try OutputLog.makePipe()
        defer { close(writeEnd) }
        let bytes = Array(text.utf8)
        guard write(writeEnd, bytes, bytes.count) == bytes.count else {
            throw ProcessFailure("cannot write \(bytes.count) bytes of input")
        }
        return readEnd
    }
}
