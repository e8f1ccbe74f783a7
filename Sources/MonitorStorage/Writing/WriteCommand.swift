import MonitorCore

/// One write that waits for its transaction.
struct WriteCommand: QueuedCommand {
    /// How many updates it may store; what batches and the queue are measured in.
    let weight: Int
    /// Runs inside the transaction and returns the answer; may run again after one that failed.
    let run: @Sendable (WriteSession) throws -> CommandAnswer
    /// Answers a command whose transaction failed.
    let fail: @Sendable (APIError) -> Void

    init<Result: Sendable>(
        weight: Int, continuation: CheckedContinuation<Result, any Error>,
        _ body: @escaping @Sendable (WriteSession) throws -> Result
    ) {
        self.weight = weight
        run = { session in try continuation.answer { try body(session) } }
        fail = { continuation.resume(throwing: $0) }
    }
}
