#if PostgreSQL
import MonitorCore

/// One transaction of this server's writer, under the lock that makes the order of commits that of `seq`.
///
/// Confined to the writer's thread.
final class WriteSession {
    let connection: PostgresConnection
    let clock: WallClock
    var random = SplitMix64()
    var head: Seq = 0
    /// The latest time of an update so far; an older one that comes after it is `late`.
    var latestTime = Timestamp(microseconds: 0)
    /// Tasks that are known to be there, and where.
    var tasks: [TaskID: WorkstreamID] = [:]
    /// Updates by ids and keys that came before; what is looked up and missing here was not there.
    var ids: [UpdateID: Seq] = [:]
    private(set) var keys: [String: Seq] = [:]
    private var newKeys: [(key: String, seq: Seq)] = []
    private var updates: PendingUpdates
    private var changes = PendingChanges()
    private var updateCount: Int64 = 0
    /// What it adds to the journal, for the streams; an import tells them nothing.
    private var entries: [JournalEntry] = []
    /// The last seq that the journal has a partition for.
    private var partitionedThrough: Seq = -1

    /// Begins: takes the lock, then reads what the commands need, in one round trip.
    ///
    /// The lock is a statement of its own: one that takes it sees the tables as they were before it waited.
    init(_ connection: PostgresConnection, clock: @escaping WallClock, lookups: WriteLookups) throws {
        self.connection = connection
        self.clock = clock
        updates = PendingUpdates(rowType: try connection.newUpdateType)
        do {
            try begin(lookups.questions)
        } catch {
            try? connection.run("ROLLBACK")
            throw error
        }
    }

    private func begin(_ questions: [WriteLookups.Question]) throws {
        let results = try connection.pipeline(
            [
                PostgresStatement("BEGIN"), WriteLock.statement,
                PostgresStatement("SELECT head, latest_time, partitioned_through FROM journal_state"),
            ] + questions.map(\.statement))
        if let state = results[2].first({ ($0.int(0), $0.timestamp(1), $0.int(2)) }) {
            (head, latestTime, partitionedThrough) = state
        }
        for (question, answer) in zip(questions, results.dropFirst(3)) {
            switch question {
            case .tasks: try answer.forEach { tasks[try $0.id(0)] = try $0.id(1) }
            case .ids: try answer.forEach { ids[try $0.id(0)] = $0.int(1) }
            case .keys(let names): answer.forEach { keys[names[Int($0.int(0)) - 1]] = $0.int(1) }
            }
        }
    }

    func nextSeq() -> Seq {
        head += 1
        return head
    }

    /// Adds a row of the journal, to be written with the others.
    ///
    /// An archived one is in its task's totals already.
    func add(_ update: Update, _ content: EncodedContent, isArchived: Bool = false) {
        let time = update.timestamp
        updates.add(update, content, isLate: time < latestTime, isArchived: isArchived)
        latestTime = max(latestTime, time)
        updateCount += 1
    }

    /// Adds a state change to the journal.
    func record(_ event: EventName, keys: JournalEntry.Keys, json: [UInt8]) {
        let change = JournalEntry(seq: nextSeq(), event: event, keys: keys, json: json)
        add(change)
        publish(change)
    }

    /// Adds an entry to what the streams are told after the commit.
    func publish(_ entry: JournalEntry) { entries.append(entry) }

    func add(_ change: JournalEntry) { changes.add(change) }

    /// Keeps a key under which the update is known again.
    func remember(_ key: String, seq: Seq) {
        keys[key] = seq
        newKeys.append((key, seq))
    }

    func countRemoved(_ count: Int) { updateCount -= Int64(count) }

    /// Writes what was added so far: at the end, and before a command that reads it.
    func flush() throws {
        try makePartitions()
        let statements = pendingStatements
        if !statements.isEmpty { _ = try connection.pipeline(statements) }
        (updates, changes, newKeys) = (PendingUpdates(rowType: try connection.newUpdateType), PendingChanges(), [])
    }

    /// Makes it durable, wakes all servers, and lets go of the lock; in one round trip.
    func commit(_ own: OwnCommits) throws {
        try makePartitions()
        if entries.isEmpty { return try writeAndCommit() }
        own.add(entries, of: connection.backend)
        do {
            try writeAndCommit()
        } catch {
            own.removeLast()
            throw error
        }
    }

    private func writeAndCommit() throws {
        let ending = [stateStatement] + noticeStatements + [PostgresStatement("COMMIT")]
        do {
            _ = try connection.pipeline(pendingStatements + ending)
        } catch let error as PostgresError where error.isConnectionLost {
            throw UncertainCommit(error: error)
        }
    }

    private var stateStatement: PostgresStatement {
        PostgresStatement(
            """
            UPDATE journal_state SET head = $1, latest_time = $2, update_count = update_count + $3,
                partitioned_through = $4
            """,
            [.int(head), .int(latestTime.microseconds), .int(updateCount), .int(partitionedThrough)])
    }

    /// Delivered to every server's feed once the commit is done, in the order of commits.
    private var noticeStatements: [PostgresStatement] {
        if entries.isEmpty { return [] }
        return [PostgresStatement("SELECT pg_notify('monitor_journal', $1)", [.text(String(head))])]
    }

    private var pendingStatements: [PostgresStatement] { updates.statements + changes.statements + keyStatements }

    private var keyStatements: [PostgresStatement] {
        if newKeys.isEmpty { return [] }
        let (keys, seqs) = (newKeys.map(\.key), newKeys.map(\.seq))
        return [
            PostgresStatement(
                "INSERT INTO idempotency_keys SELECT * FROM unnest($1::bytea[], $2::text[], $3::bigint[])",
                [.digests(keys), .texts(keys), .ints(seqs)])
        ]
    }

    func rollback() { try? connection.run("ROLLBACK") }

    /// Half a partition ahead, so that a batch never meets the end.
    private func makePartitions() throws {
        while partitionedThrough < head + JournalPartition.length / 2 {
            let partition = JournalPartition(of: partitionedThrough + 1)
            try connection.run(partition.sql)
            partitionedThrough = partition.end - 1
        }
    }
}

/// The database went away before it answered a commit: that may have happened or not.
struct UncertainCommit: Error {
    let error: PostgresError

    var apiError: APIError {
        APIError(.unavailable, "the database went away; send it again, with the same id or key where there is one")
    }
}
#endif
