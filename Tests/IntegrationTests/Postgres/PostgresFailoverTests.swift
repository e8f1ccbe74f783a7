#if PostgreSQL
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension PostgresSerial {
    /// Row 15: whatever dies, what was acknowledged stays, and streams go on elsewhere without a hole.
    ///
    /// Seen to fail: with an update deleted from the journal while the servers were at work.
    @Suite struct PostgresFailoverTests {
        private static let rounds = 20
        private static let writers = 8
        private static let streams = 4

        @Test func `20 deaths of the database or a server under load lose nothing and repeat nothing`() async throws {
            let postgres = try await PostgresServer(durable: true)
            let url = postgres.url(database: try await postgres.createDatabase())
            let folder = try TemporaryFolder()
            var servers = try await (0..<2).asyncMap { _ in
                try await ServerProcess(in: folder, environment: ["MONITOR_DB": url])
            }
            let board = try await Board(on: servers[0])
            let ports = servers.map(\.port)
            let writers = (0..<Self.writers).map { StubbornWriter("writer \($0)", on: board, ports) }
            let streams = (0..<Self.streams).map { _ in ResumingStream(ports) }
            async let writing: [Void] = BlockingThread.runMany(writers.count) { writers[$0].run() }
            async let reading: [Void] = BlockingThread.runMany(streams.count) { streams[$0].run() }

            for round in 0..<Self.rounds {
                try await progress(of: writers, "posts in round \(round)")
                if round.isMultiple(of: 2) {
                    try await postgres.kill()
                    try await postgres.start()
                } else {
                    try await servers[round / 2 % 2].crash()
                    servers[round / 2 % 2] = try await ServerProcess(in: folder, environment: ["MONITOR_DB": url])
                    for writer in writers { writer.use(servers.map(\.port)) }
                    for stream in streams { stream.use(servers.map(\.port)) }
                }
            }
            try await progress(of: writers, "posts after all")
            for writer in writers { writer.stop() }
            _ = try await writing

            let stored = try await stored(on: servers[0])
            let head = try #require(stored.keys.max())
            try await eventually(within: .seconds(60), "all on the streams") {
                streams.allSatisfy { $0.seqs.last == head }
            }
            for stream in streams { stream.stop() }
            // One more, for streams that wait.
            let last = try await servers[1].client().postManual(board.draft("the end"))
            #expect(last["seq"]?.int ?? 0 > head)
            _ = try await reading
            for stream in streams { #expect(stream.seqs.filter { $0 <= head } == stored.keys.sorted()) }
            let acknowledged = writers.map(\.acknowledged)
            for (seq, message) in acknowledged.joined() { #expect(stored[seq] == message, "lost") }
            print("failover: \(acknowledged.joined().count) acknowledged, \(stored.count) stored")
            for server in servers { try await server.stop() }
        }

        /// Returns once every writer has been acknowledged some more.
        private func progress(of writers: [StubbornWriter], _ what: String) async throws {
            let before = writers.map(\.acknowledged.count)
            try await eventually(within: .seconds(60), what) {
                zip(writers, before).allSatisfy { $0.acknowledged.count >= $1 + 10 }
            }
        }

        private func stored(on server: ServerProcess) async throws -> [Seq: String] {
            let client = server.client()
            var (result, cursor): ([Seq: String], Seq) = ([:], 0)
            while true {
                let page = try await client.updates(["after_seq": "\(cursor)", "limit": "200"])
                guard let last = page.seqs.last else { return result }
                for item in page["items"]?.array ?? [] {
                    if let seq = item["seq"]?.int { result[seq] = item["message"]?.string }
                }
                cursor = last
            }
        }
    }
}
#endif
