/// Work that waits for a thread of the store.
package protocol QueuedCommand: Sendable {
    /// What batches and the queue are measured in: how many updates it may store, at least 1.
    var weight: Int { get }
    /// Answers a command that is not run, or whose transaction failed.
    var fail: @Sendable (APIError) -> Void { get }
}

/// What a command that has run answers its caller: to be called after the commit.
package typealias CommandAnswer = @Sendable () -> Void

extension CheckedContinuation where T: Sendable, E == any Error {
    /// Runs a command's body inside its transaction and returns the answer.
    ///
    /// An `APIError` becomes the answer: the command has then written nothing. Any other error is the database's; it
    /// undoes the whole transaction, and the command may run again after that.
    package func answer(_ body: () throws -> T) throws -> CommandAnswer {
        do {
            let result = try body()
            return { resume(returning: result) }
        } catch let error as APIError {
            return { resume(throwing: error) }
        }
    }
}
