#if PostgreSQL
import CLibPQ
import Logging
import MonitorCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Brings what every server commits to this server's hub, in the order of seq, its own commits included.
///
/// A notification says that there was a commit. What this server has written itself is at hand; everything else is
/// read from the journal. One that is lost is made good by asking every second, and a connection that is lost by
/// reading on from where it was.
final class JournalFeed: Sendable {
    private let location: PostgresLocation
    private let own: OwnCommits
    private let logger: Logger
    /// Follows a database that an import has begun with, which is closed to everything else.
    private let isForImport: Bool
    private let isStopped = Flag()

    /// Entries of one read.
    private static let pageSize = 1_000
    /// How long a lost notification may stay unnoticed, and how soon a lost database is tried again; in milliseconds.
    private static let patience: Int32 = 1_000

    init(_ location: PostgresLocation, own: OwnCommits, isForImport: Bool, logger: Logger) {
        self.own = own
        self.isForImport = isForImport
        self.location = location
        self.logger = logger
    }

    /// Ends the feed within a second.
    func stop() { isStopped.raise() }

    private var goesOn: Bool { !isStopped.isRaised }

    /// Runs until it is stopped; blocks its thread.
    func run(beginning begin: (Seq) -> Void, publishing publish: JournalPublisher) {
        var cursor: Seq?
        var isAway = false
        while goesOn {
            do {
                let connection = try PostgresConnection(to: location)
                if cursor == nil { try prepare(connection) }
                try connection.run("LISTEN monitor_journal")
                if isAway { logger.notice("the database is back") }
                isAway = false
                try follow(connection, from: &cursor, begin: begin, publish: publish)
            } catch {
                if !isAway { logger.error("the database is away", metadata: ["error": "\(error)"]) }
                isAway = true
                poll(nil, 0, JournalFeed.patience / 4)
            }
        }
    }

    private func prepare(_ connection: PostgresConnection) throws {
        try Migrations.run(on: connection)
        try WriteLock.verify(on: connection, location)
        if try !isForImport && Migrations.isImporting(connection) {
            throw PostgresError.corrupt("a migration that has not finished; run monitor-server migrate again")
        }
    }

    /// Goes on until the connection is lost.
    private func follow(
        _ connection: PostgresConnection, from cursor: inout Seq?, begin: (Seq) -> Void, publish: JournalPublisher
    ) throws {
        let reader = EntryReader(connection: connection)
        if cursor == nil {
            let head = try reader.bounds().head
            begin(head)
            cursor = head
        }
        guard var position = cursor else { return }
        defer { cursor = position }
        try readOn(reader, from: &position, publish: publish)
        while goesOn {
            let notices = try wait(on: connection)
            if notices.isEmpty { try readOn(reader, from: &position, publish: publish) }
            for notice in notices where notice.head ?? .max > position {
                if let entries = own.take(notice, after: position), let last = entries.last {
                    publish(entries)
                    position = last.seq
                } else {
                    try readOn(reader, from: &position, publish: publish)
                }
            }
        }
    }

    /// Reads what there is.
    private func readOn(_ reader: EntryReader, from position: inout Seq, publish: JournalPublisher) throws {
        while goesOn {
            let entries = try reader.next(after: position, limit: JournalFeed.pageSize)
            if let last = entries.last {
                publish(entries)
                position = last.seq
            }
            if entries.count < JournalFeed.pageSize { return }
        }
    }

    /// What was notified, in the order of commits; empty when nothing was for a while.
    private func wait(on connection: PostgresConnection) throws -> [CommitNotice] {
        let notices = takeNotices(of: connection)
        if !notices.isEmpty { return notices }
        var socket = pollfd(fd: PQsocket(connection.pointer), events: Int16(POLLIN), revents: 0)
        poll(&socket, 1, JournalFeed.patience)
        guard PQconsumeInput(connection.pointer) == 1 else { throw PostgresError(of: connection.pointer) }
        return takeNotices(of: connection)
    }

    private func takeNotices(of connection: PostgresConnection) -> [CommitNotice] {
        var notices: [CommitNotice] = []
        while let notification = PQnotifies(connection.pointer) {
            let payload = notification.pointee.extra.map { String(cString: $0) }
            notices.append(CommitNotice(backend: notification.pointee.be_pid, head: payload.flatMap(Seq.init)))
            PQfreemem(notification)
        }
        return notices
    }
}
#endif
