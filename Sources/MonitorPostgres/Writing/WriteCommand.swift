#if PostgreSQL
import MonitorCore

/// One write that waits for its transaction.
struct WriteCommand: QueuedCommand {
    let weight: Int
    /// What its transaction asks the tables for at once, before any command runs.
    let lookups: WriteLookups
    /// Runs inside the transaction and returns the answer, to be given after the commit.
    ///
    /// An `APIError` becomes the answer: the command has then written nothing. Any other error is the database's; it
    /// undoes the whole transaction. May run again after that.
    let run: @Sendable (WriteSession) throws -> Answer
    let fail: @Sendable (APIError) -> Void

    typealias Answer = @Sendable () -> Void

    init<Result: Sendable>(
        weight: Int, lookups: WriteLookups, continuation: CheckedContinuation<Result, any Error>,
        _ body: @escaping @Sendable (WriteSession) throws -> Result
    ) {
        self.weight = weight
        self.lookups = lookups
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
#endif
