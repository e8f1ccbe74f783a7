import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension FaultSerial {
    /// Row 25: a stream whose client has gone, however it went, holds nothing for long.
    ///
    /// Seen to fail: with ten connections of each round kept open.
    @Suite struct DisconnectTests {
        private static let rounds = 4
        private static let opensEach = 250

        @Test func `1,000 streams that were dropped, half by reset, give back their files`() async throws {
            try await withServer { server in
                let board = try await Board(on: server)
                try await board.postBatches((1...2000).map { "before \($0)" }, to: server)
                let facts = ProcessFacts(server.pid)
                let base = try facts.connectionCount
                let started = ContinuousClock.now
                for round in 0..<DisconnectTests.rounds {
                    try await BlockingThread.run { try DisconnectTests.open(round, server.port) }
                    try await board.postBatches(["after round \(round)"], to: server)
                }
                let dropped = ContinuousClock.now
                try await eventually(within: .seconds(30), "the end of the dropped streams") {
                    try facts.connectionCount <= base
                }
                print(
                    "disconnect: base \(base) connections, now \(try facts.connectionCount), opens took \(dropped - started),",
                    "the rest \(ContinuousClock.now - dropped)")
                let seqs = try await BlockingThread.run {
                    var (stream, http) = (try StreamWire(to: server.port), try HTTPWire(to: server.port))
                    let posted = try (0..<100).map { try http.post("after all \($0)", on: board) }
                    return (posted, try stream.events(100).compactMap(\.seq))
                }
                #expect(seqs.0 == seqs.1)
            }
        }

        /// Opens streams and lets go of them: before the answer, at its head, in the middle of a replay, or live.
        private static func open(_ round: Int, _ port: UInt16) throws {
            var open: [HTTPWire] = []
            for number in 0..<opensEach {
                var http = try HTTPWire(to: port, receiveBuffer: 4096)
                if number.isMultiple(of: 2) { http.wire.resetOnClose() }
                let query = number.isMultiple(of: 3) ? "?after_seq=0" : ""
                try http.sendHead("GET", "/api/stream\(query)")
                if number % 5 != 0 { _ = try http.readHead() }
                if number % 5 > 2 { _ = try http.readChunk() }
                open.append(http)
            }
            // All of them were open at one time; here they go.
            withExtendedLifetime(open) {}
        }
    }
}
