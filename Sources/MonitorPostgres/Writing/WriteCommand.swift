#if PostgreSQL
import MonitorCore

/// One write that waits for its transaction.
struct WriteCommand: QueuedCommand {
    let weight: Int
    /// What its transaction asks the tables for at once, before any command runs.
    let lookups: WriteLookups
    /// Runs inside the transaction and returns the answer; may run again after one that failed.
    let run: @Sendable (WriteSession) throws -> CommandAnswer
    let fail: @Sendable (APIError) -> Void

    init<Result: Sendable>(
        weight: Int, lookups: WriteLookups, continuation: CheckedContinuation<Result, any Error>,
        _ body: @escaping @Sendable (WriteSession) throws -> Result
    ) {
        self.weight = weight
        self.lookups = lookups
        run = { session in try continuation.answer { try body(session) } }
        fail = { continuation.resume(throwing: $0) }
    }
}
#endif
