#if PostgreSQL
import Logging
import MonitorCore

/// This server's writer: runs all waiting commands in one transaction, and answers them after its commit.
///
/// It has a thread and a session of its own.
struct JournalWriter {
    let queue: CommandQueue<WriteCommand>
    let own: OwnCommits
    let maxBatch: Int
    let clock: WallClock
    let logger: Logger

    /// Serves the queue until it is closed and empty.
    func run(on location: PostgresLocation) {
        var session = PostgresSession(location)
        while let commands = queue.next(maxWeight: maxBatch) { commit(commands, on: &session) }
    }

    /// One transaction for all; when the database refuses one of them, each gets a transaction of its own.
    ///
    /// A session that was lost before the commit has changed nothing, and the work is done again on another one. One
    /// that is lost in the commit leaves open whether it happened: nobody may be told that it did.
    private func commit(_ commands: [WriteCommand], on session: inout PostgresSession) {
        do {
            let answers = try session.retrying { try transact(commands, on: $0) }
            for answer in answers { answer() }
        } catch let error as PostgresError where commands.count > 1 && !error.isConnectionLost {
            for command in commands { commit([command], on: &session) }
        } catch {
            logger.warning("the database refused a write", metadata: ["error": "\(error)"])
            for command in commands { command.fail(JournalWriter.refusal(for: error)) }
        }
    }

    private static func refusal(for error: any Error) -> APIError {
        switch error {
        case let error as PostgresError: error.apiError
        case let error as UncertainCommit: error.apiError
        default: APIError(.unavailable, "the database cannot be used now; nothing was stored")
        }
    }

    private func transact(
        _ commands: [WriteCommand], on connection: PostgresConnection
    ) throws -> [CommandAnswer] {
        let session = try WriteSession(
            connection, clock: clock, lookups: WriteLookups(merging: commands.map(\.lookups)))
        do {
            let answers = try commands.map { try $0.run(session) }
            try session.commit(own)
            return answers
        } catch {
            session.rollback()
            throw error
        }
    }
}
#endif
