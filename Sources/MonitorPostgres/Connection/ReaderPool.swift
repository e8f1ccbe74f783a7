#if PostgreSQL
import Dispatch
import Logging
import MonitorCore

/// Sessions that only read, each on a thread of its own, so that libpq never blocks a thread of the cooperative pool.
final class ReaderPool: Sendable {
    private let queue: CommandQueue<ReadCommand>
    private let logger: Logger

    /// Connects when there is something to read.
    init(_ location: PostgresLocation, count: Int, capacity: Int, logger: Logger) {
        self.logger = logger
        queue = CommandQueue(capacity: capacity)
        for number in 0..<count {
            DispatchQueue(label: "monitor.postgres.reader.\(number)").async { [queue] in
                var session = PostgresSession(location)
                while let command = queue.next(maxWeight: 1)?.first { command.run(&session) }
            }
        }
    }

    /// Runs `body` on a session; once more on a new one where the session was lost.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Result
    ) async throws -> Result {
        do {
            return try await withCheckedThrowingContinuation { continuation in
                queue.enqueue(ReadCommand(continuation: continuation, body))
            }
        } catch let error as PostgresError {
            logger.warning("the database refused a read", metadata: ["error": "\(error)"])
            throw error.apiError
        }
    }

    func close() { queue.close() }

    deinit { queue.close() }
}

/// One read that waits for a session.
private struct ReadCommand: QueuedCommand {
    let weight = 1
    let run: @Sendable (inout PostgresSession) -> Void
    let fail: @Sendable (APIError) -> Void

    init<Result: Sendable>(
        continuation: CheckedContinuation<Result, any Error>,
        _ body: @escaping @Sendable (PostgresConnection) throws -> Result
    ) {
        run = { session in
            continuation.resume(with: Swift.Result { try session.retrying(body) })
        }
        fail = { continuation.resume(throwing: $0) }
    }
}
#endif
