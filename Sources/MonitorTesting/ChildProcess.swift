import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that a test has started; it is killed with the last reference to it.
package final class ChildProcess: Sendable {
    /// How a process ended.
    package enum Exit: Equatable, Sendable {
        case status(Int32)
        case signal(Int32)
    }

    /// What to start, and with what.
    package struct Command: Sendable {
        package var executable: String
        package var arguments: [String]
        package var environment: [String: String]
        package var folder: String
        /// Gives it a process group of its own, to which signals then go: for a program that starts another one.
        package var isGroup = false
    }

    package let pid: Int32
    private let isGroup: Bool
    private let end = ProcessEnd()

    /// Starts the command; its descriptors are the three given ones, and it has no others of ours.
    init(_ command: Command, input: Int32, output: Int32, error: Int32) throws {
        pid = try SpawnAttempt(command, descriptors: [input, output, error]).run()
        isGroup = command.isGroup
        try BlockingThread.start { [pid, end] in end.wait(for: pid) }
    }

    deinit { send(SIGKILL) }

    /// Sends a signal, unless the process has ended: its number may be another's by then.
    package func send(_ signal: Int32) {
        end.whileRunning { _ = kill(isGroup ? -pid : pid, signal) }
    }

    /// Waits until it ends, at most for `limit`.
    package func exit(within limit: Duration) async throws -> Exit {
        try await within(limit, "the end of process \(pid)") { [end] in await end.exit() }
    }
}

/// Learns of a process's end and reaps it.
private final class ProcessEnd: Sendable {
    private struct State {
        var exit: ChildProcess.Exit?
        var waiters: [CheckedContinuation<ChildProcess.Exit, Never>] = []
    }

    private let state = Mutex(State())

    func whileRunning(_ body: () -> Void) {
        state.withLock { if $0.exit == nil { body() } }
    }

    /// Blocks until the process has ended, leaves it a zombie while it takes the lock, and reaps it there.
    func wait(for pid: pid_t) {
        var info = siginfo_t()
        while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
        let (exit, waiters) = state.withLock { state in
            var status: Int32 = 0
            waitpid(pid, &status, 0)
            let exit: ChildProcess.Exit = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
            state.exit = exit
            defer { state.waiters = [] }
            return (exit, state.waiters)
        }
        for waiter in waiters { waiter.resume(returning: exit) }
    }

    /// Does not heed cancellation: who stops waiting kills the process, which ends the wait.
    func exit() async -> ChildProcess.Exit {
        await withCheckedContinuation { continuation in
            let exit = state.withLock { state in
                if state.exit == nil { state.waiters.append(continuation) }
                return state.exit
            }
            if let exit { continuation.resume(returning: exit) }
        }
    }
}
