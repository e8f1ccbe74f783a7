#if PostgreSQL
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension PostgresSerial {
    /// A server whose database is away says so, keeps its streams, and goes on by itself.
    @Suite struct PostgresAbsenceTests {
        @Test
        func `a server starts without its database, refuses with a time, and serves once it is there`() async throws {
            let postgres = try await PostgresServer(durable: false)
            let url = postgres.url(database: try await postgres.createDatabase())
            try await postgres.stop()
            let folder = try TemporaryFolder()
            let server = try await ServerProcess(in: folder, environment: ["MONITOR_DB": url])
            let client = server.client()
            #expect(try await client.send(.get, "/health").status == 200)
            #expect(try await client.send(.get, "/ready").status == 503)
            var http = try await BlockingThread.run { try HTTPWire(to: server.port) }
            let refusal = try http.post("/api/workstreams", Array(#"{"name":"early"}"#.utf8))
            #expect(refusal.status == 503 && refusal.headers["retry-after"] != nil)
            #expect(try await client.send(.get, "/api/stream").status == 503)

            try await postgres.start()
            try await becomesReady(server)
            let board = try await Board(on: server)
            #expect(try http.post("late", on: board) == 3)
            #expect(!server.log.contains("monitor@"), "no address with a user in the log")
            try await server.stop()
        }

        @Test
        func `an open stream outlives its database and brings what came after`() async throws {
            let postgres = try await PostgresServer(durable: false)
            let url = postgres.url(database: try await postgres.createDatabase())
            try await withServers(2, on: url) { servers in
                let board = try await Board(on: servers[0])
                var stream = try await BlockingThread.run { try StreamWire(to: servers[1].port, "?after_seq=0") }
                #expect(try await stream.take(2) == [1, 2])
                try await postgres.kill()
                let client = servers[0].client()
                #expect(try await client.send(.get, "/ready").status == 503)
                try await postgres.start()
                try await becomesReady(servers[0])
                var http = try await BlockingThread.run { try HTTPWire(to: servers[0].port) }
                let seq = try http.post("after", on: board)
                #expect(try await stream.take(1) == [seq])
            }
        }

        private func becomesReady(_ server: ServerProcess) async throws {
            let client = server.client()
            try await eventually(within: ServerProcess.patience, "readiness") {
                try await client.send(.get, "/ready").status == 200
            }
        }

        @Test
        func `a listener that lost its session reads on from where it was`() async throws {
            let database = try await PostgresServer.shared.createDatabase()
            try await withServers(1, on: PostgresServer.shared.url(database: database)) { servers in
                let board = try await Board(on: servers[0])
                var stream = try await BlockingThread.run { try StreamWire(to: servers[0].port, "?event=update") }
                var http = try await BlockingThread.run { try HTTPWire(to: servers[0].port) }
                for round in 0..<5 {
                    try await PostgresServer.shared.run(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)'")
                    let seq = try http.post("round \(round)", on: board)
                    #expect(try await stream.take(1) == [seq])
                }
            }
        }
    }
}
#endif
