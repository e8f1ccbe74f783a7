#if PostgreSQL
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension PostgresSerial {
    /// Rows 14 and 16: two servers on one database, and commits that take any time.
    ///
    /// Seen to fail: with the writers' lock left out.
    @Suite struct PostgresOrderTests {
        private static let writersEach = 8
        private static let readersEach = 4
        private static let total = 20_000

        @Test func `every stream of both servers has all that was posted to either, in order, once`() async throws {
            let database = try await PostgresServer.shared.createDatabase()
            try await withServers(2, on: PostgresServer.shared.url(database: database)) { servers in
                try await PostgresServer.shared.run(delayedCommits, in: database)
                let board = try await Board(on: servers[0])
                let streams = try await BlockingThread.runMany(2 * PostgresOrderTests.readersEach) { index in
                    try StreamWire(to: servers[index % 2].port, "?event=update&after_seq=0", patience: .seconds(300))
                }
                async let received = BlockingThread.runMany(streams.count) { index in
                    var stream = streams[index]
                    return try stream.events(PostgresOrderTests.total).compactMap(\.seq)
                }
                let posted = try await BlockingThread.runMany(2 * PostgresOrderTests.writersEach) { writer in
                    var http = try HTTPWire(to: servers[writer % 2].port)
                    let count = PostgresOrderTests.total / (2 * PostgresOrderTests.writersEach)
                    return try (0..<count).map { try http.post("\(writer): \($0)", on: board) }
                }
                for seqs in posted { #expect(seqs == seqs.sorted(), "a writer's answers rise") }
                let expected = posted.flatMap(\.self).sorted()
                #expect(Set(expected).count == PostgresOrderTests.total)
                for seqs in try await received { #expect(seqs == expected) }
            }
        }

        /// Up to 10 ms between a transaction's work and its end, so that two servers' commits would overtake each other.
        private let delayedCommits = """
            CREATE FUNCTION delay_commit() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_sleep(random() * 0.01); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER delayed AFTER UPDATE ON journal_state DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION delay_commit();
            """

        @Test func `servers that start at once on an empty database all come up`() async throws {
            let database = try await PostgresServer.shared.createDatabase()
            try await withServers(4, on: PostgresServer.shared.url(database: database)) { servers in
                let boards = try await servers.asyncMap { try await Board(on: $0) }
                let seqs = try await servers.asyncMap { try await $0.client().updates([:])["total"]?.int }
                #expect(boards.count == 4 && seqs == [0, 0, 0, 0])
            }
        }
    }
}
#endif
