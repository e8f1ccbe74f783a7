import MonitorCore

/// One write that waits for its transaction.
struct WriteCommand: QueuedCommand {
    /// How many updates it may store; what batches and the queue are measured in.
    let weight: Int
    /// Runs inside the transaction and returns the answer, to be given after the commit.
    ///
    /// An `APIError` becomes the answer: the command has then written nothing. Any other error is the database's; it
    /// undoes the whole transaction. May run again after that.
    let run: @Sendable (WriteSession) throws -> Answer
    /// Answers a command whose transaction failed.
    let fail: @Sendable (APIError) -> Void

    typealias Answer = @Sendable () -> Void

    init<Result: Sendable>(
        weight: Int, continuation: CheckedContinuation<Result, any Error>,
        _ body: @escaping @Sendable (WriteSession) throws -> Result
    ) {
        self.weight = weight
        run = { session in
            do {
                let result = try body(session)
                return { continuation.resume(returning: result) }
            } catch let error as APIError {
                return { continuation.resume(throwing: error) }
            }
        }
        fail = { continuation.resume(throwing: $0) }
    }
}
