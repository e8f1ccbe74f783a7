import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension FaultSerial {
    /// Row 19: a stream that is cut anywhere and resumed by `Last-Event-ID` is the stream that was never cut.
    ///
    /// Seen to fail: resumed from the event before the last one.
    @Suite struct ReconnectTests {
        private static let cuts = 500
        private static let (before, later) = (2000, 3000)

        @Test(arguments: [UInt64(19), 190]) func `500 cuts anywhere leave every event exactly once`(
            seed: UInt64
        ) async throws {
            try await withServer { server in
                let board = try await Board(on: server)
                // A part is there before, and the rest comes while the stream is being cut.
                var expected = try await board.postBatches(
                    (1...ReconnectTests.before).map { "before \($0)" }, to: server)
                let texts = (1...ReconnectTests.later).map { "later \($0)" }
                async let later = board.postBatches(texts, to: server, size: 25)
                let cut = try await BlockingThread.run { try ReconnectTests.readInPieces(server.port, seed: seed) }
                expected += try await later
                let rest = try await BlockingThread.run { [cut, last = expected.max() ?? 0] in
                    if (cut.last ?? 0) >= last { return [Seq]() }
                    var stream = try StreamWire(to: server.port, "?event=update", lastEventID: "\(cut.last ?? 0)")
                    return try stream.events(through: last).compactMap(\.seq)
                }
                print("reconnect: \(cut.count) events over \(ReconnectTests.cuts) cuts, \(rest.count) after them")
                #expect(cut + rest == expected)
                #expect(cut.count > 1000)
            }
        }

        /// Reads a random number of bytes each time, wherever they end, and then drops the connection.
        private static func readInPieces(_ port: UInt16, seed: UInt64) throws -> [Seq] {
            var (random, seqs) = (SeededRandom(seed: seed), [Seq]())
            for _ in 0..<cuts {
                var http = try HTTPWire(to: port)
                if Bool.random(using: &random) { http.wire.resetOnClose() }
                try http.sendHead(
                    "GET", "/api/stream?event=update", headers: ["Last-Event-ID": "\(seqs.last ?? 0)"])
                guard try http.readHead().status == 200 else { throw WireFailure.malformed("status") }
                var (reader, left) = (EventReader(), Int.random(in: 0...4000, using: &random))
                while left > 0, let piece = try http.readChunk() {
                    let part = Array(piece.prefix(left))
                    left -= part.count
                    seqs += reader.append(part).compactMap(\.seq)
                    // All of it was read: nothing more would come.
                    if seqs.count == before + later { return seqs }
                }
            }
            return seqs
        }
    }
}
