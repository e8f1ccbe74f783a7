import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a process writes to a pipe: kept, and waited for line by line.
package final class OutputLog: Sendable {
    private struct State {
        var lines: [String] = []
        var partial: [UInt8] = []
        var bytes: [UInt8] = []
        var isEnded = false
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiter = 0
    }

    private let state = Mutex(State())

    /// Makes the pipe and reads its end; the other one is for the process, to be closed here once that has it.
    static func open() throws -> (log: OutputLog, writeEnd: Int32) {
        let (readEnd, writeEnd) = try makePipe()
        let log = OutputLog()
        try BlockingThread.start { log.readToEnd(readEnd) }
        return (log, writeEnd)
    }

    package var bytes: [UInt8] { state.withLock { $0.bytes } }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The complete lines so far.
    package var lines: [String] { state.withLock { $0.lines } }

    /// Waits for the first line, from the given one on, that `select` makes something of; `nil` when the output has
    /// ended without it.
    package func first<Found: Sendable>(
        from start: Int = 0, within limit: Duration, _ what: String,
        _ select: @escaping @Sendable (String) -> Found?
    ) async throws -> Found? {
        try await within(limit, what) { [self] in
            var next = start
            while true {
                let (lines, isEnded) = state.withLock { (Array($0.lines.dropFirst(next)), $0.isEnded) }
                for line in lines {
                    if let found = select(line) { return found }
                }
                next += lines.count
                if isEnded { return nil }
                try Task.checkCancellation()
                await change(after: next)
            }
        }
    }

    /// Returns once the output has ended: no process has the pipe any more.
    package func end(within limit: Duration) async throws {
        _ = try await first(from: .max, within: limit, "the end of the output") { _ in Optional<Bool>.none }
    }

    /// Returns once there are more lines than `count`, or the output has ended, or the task is cancelled.
    private func change(after count: Int) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDue = state.withLock { state in
                    if state.lines.count > count || state.isEnded || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isDue { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }

    private func readToEnd(_ descriptor: Int32) {
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            append(buffer.prefix(max(0, count)))
            if count <= 0 { return }
        }
    }

    /// Nothing more means the end.
    private func append(_ bytes: ArraySlice<UInt8>) {
        let woken = state.withLock { state in
            state.bytes += bytes
            state.isEnded = bytes.isEmpty
            var rest = bytes
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                state.lines.append(String(decoding: state.partial + rest[..<end], as: UTF8.self))
                state.partial = []
                rest = rest[(end + 1)...]
            }
            state.partial += rest
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in woken { waiter.resume() }
    }

    /// A pipe that other children do not inherit.
    static func makePipe() throws -> (readEnd: Int32, writeEnd: Int32) {
        var ends: [Int32] = [0, 0]
        let code = SpawnAttempt.inheritance.withLock { _ in
            let code = pipe(&ends)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return code
        }
        guard code == 0 else { throw ProcessFailure("cannot make a pipe: \(ProcessFailure.reason(errno))") }
        return (ends[0], ends[1])
    }
}
