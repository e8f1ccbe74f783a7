import GRDB
import MonitorCore

/// The one writer: runs all waiting commands in one transaction, and answers them after its sync.
///
/// It lives on the write connection's own thread, so that SQLite never blocks a thread of the cooperative pool.
struct JournalWriter {
    let queue: CommandQueue<WriteCommand>
    /// The most updates in one transaction; 1 turns group commit off, to measure what it is worth.
    let maxBatch: Int
    let publish: JournalPublisher

    /// Serves the queue until it is closed and empty.
    func run(on database: Database, clock: @escaping WallClock) throws {
        let session = try WriteSession(database, clock: clock)
        let checkpoint = try WALCheckpoint(database)
        while let commands = queue.next(maxWeight: maxBatch) {
            commit(commands, in: session)
            checkpoint.runIfDue(force: session.takePurged())
        }
    }

    /// One transaction for all; when the database refuses it, each command gets one of its own.
    ///
    /// A command that the database refuses (and not our own checks) must not spoil those beside it.
    private func commit(_ commands: [WriteCommand], in session: WriteSession) {
        do {
            try transact(commands, in: session)
        } catch  where commands.count > 1 {
            for command in commands { commit([command], in: session) }
        } catch {
            let error = (error as? StorageError)?.apiError ?? StorageError(code: 1, message: "\(error)").apiError
            for command in commands { command.fail(error) }
        }
    }

    private func transact(_ commands: [WriteCommand], in session: WriteSession) throws {
        let (answers, entries) = try session.transaction { try commands.map { try $0.run(session) } }
        for answer in answers { answer() }
        if !entries.isEmpty { publish(entries) }
    }
}
