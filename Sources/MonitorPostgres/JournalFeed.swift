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
/// A notification only wakes; what there is to tell is read from the journal. One that is lost is made good by asking
/// every second, and a connection that is lost by reading on from where it was.
final class JournalFeed: Sendable {
    private let location: PostgresLocation
    private let logger: Logger
    /// Follows a database that an import has begun with, which is closed to everything else.
    private let isForImport: Bool
    private let isStopped = Flag()

    /// Entries of one read.
    private static let pageSize = 1_000
    /// How long a lost notification may stay unnoticed, and how soon a lost database is tried again; in milliseconds.
    private static let patience: Int32 = 1_000

    init(_ location: PostgresLocation, isForImport: Bool, logger: Logger) {
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

    /// Reads on until the connection is lost.
    private func follow(
        _ connection: PostgresConnection, from cursor: inout Seq?, begin: (Seq) -> Void, publish: JournalPublisher
    ) throws {
        let reader = EntryReader(connection: connection)
        if cursor == nil {
            let head = try reader.bounds().head
            begin(head)
            cursor = head
        }
        while goesOn, let position = cursor {
            let entries = try reader.next(after: position, limit: JournalFeed.pageSize)
            if let last = entries.last {
                publish(entries)
                cursor = last.seq
            }
            if entries.count < JournalFeed.pageSize { try wait(on: connection) }
        }
    }

    /// Returns when there may be something new.
    private func wait(on connection: PostgresConnection) throws {
        if takeNotifications(of: connection) { return }
        var socket = pollfd(fd: PQsocket(connection.pointer), events: Int16(POLLIN), revents: 0)
        poll(&socket, 1, JournalFeed.patience)
        guard PQconsumeInput(connection.pointer) == 1 else { throw PostgresError(of: connection.pointer) }
        _ = takeNotifications(of: connection)
    }

    /// Frees those that have come; true where there were any.
    private func takeNotifications(of connection: PostgresConnection) -> Bool {
        var hasAny = false
        while let notification = PQnotifies(connection.pointer) {
            PQfreemem(notification)
            hasAny = true
        }
        return hasAny
    }
}
#endif
