import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension FaultSerial {
    /// Row 22: a reader that stops is waited for in the store, not in memory, and nobody else waits for it.
    ///
    /// Seen to fail: with one event left out by the reader that stopped, and with a bound of 1 MB instead of 20.
    @Suite struct SlowReaderTests {
        private static let updates = 20_000

        @Test func `a reader that stops for 20,000 updates gets them all, and nobody else notices`() async throws {
            try await withServer { server in
                let board = try await Board(on: server)
                // The ring and SQLite's caches are full before memory is looked at.
                let warm = try await board.postBatches((1...10_000).map(SlowReaderTests.message), to: server)
                let lastWarm = try #require(warm.last)
                try await replay(server, after: 0, count: warm.count)
                let before = try ProcessFacts(server.pid).residentBytes
                let stalled = try await BlockingThread.run {
                    try StreamWire(to: server.port, "?event=update", receiveBuffer: 4096, patience: .seconds(120))
                }
                let others = try await BlockingThread.runMany(5) { _ in
                    try StreamWire(to: server.port, "?event=update", patience: .seconds(120))
                }
                async let delays = BlockingThread.runMany(others.count) { index in
                    try SlowReaderTests.delays(on: others[index])
                }
                let seqs = try await post(to: server, board)
                let latency = try await delays
                for (received, _) in latency { #expect(received == seqs) }
                let grown = try ProcessFacts(server.pid).residentBytes - before
                let late = try await BlockingThread.run {
                    var stalled = stalled
                    return try stalled.events(SlowReaderTests.updates).compactMap(\.seq)
                }
                #expect(late == seqs)
                let grownInAll = try ProcessFacts(server.pid).residentBytes - before
                let sorted = latency.flatMap(\.1).sorted()
                let p99 = sorted[sorted.count * 99 / 100]
                print("slow reader: others' p99 \(p99), memory +\(grown >> 10) KiB, then +\(grownInAll >> 10) KiB")
                #expect(grown < 20 << 20)
                #expect(grownInAll < 20 << 20)
                #expect(seqs.first.map { $0 > lastWarm } == true)
            }
        }

        /// Posts at a steady rate, 100 at a time; each message says when it was sent.
        private func post(to server: ServerProcess, _ board: Board) async throws -> [Seq] {
            try await BlockingThread.run {
                var (http, seqs) = (try HTTPWire(to: server.port), [Seq]())
                for start in stride(from: 0, to: SlowReaderTests.updates, by: 100) {
                    let items = (start..<(start + 100)).map { board.draft(SlowReaderTests.message($0)).json }
                    let answer = try http.post("/api/updates/batch", JSONWriter.array(json: items))
                    seqs += answer.json?["results"]?.array?.compactMap { $0["update", "seq"]?.int } ?? []
                }
                return seqs
            }
        }

        private func replay(_ server: ServerProcess, after seq: Seq, count: Int) async throws {
            _ = try await BlockingThread.run {
                var stream = try StreamWire(to: server.port, "?event=update&after_seq=\(seq)")
                return try stream.events(count).count
            }
        }

        private static let epoch = ContinuousClock.now

        /// As long as a message is: 200 bytes, the time in front.
        private static func message(_ number: Int) -> String {
            let sent = Int((ContinuousClock.now - epoch) / .microseconds(1))
            return "\(sent) update \(number) \(String(repeating: ".", count: 170))"
        }

        /// All that comes on a stream, with how long each took from its sender to here.
        private static func delays(on stream: StreamWire) throws -> ([Seq], [Duration]) {
            var (stream, seqs, delays) = (stream, [Seq](), [Duration]())
            while seqs.count < updates, let event = try stream.next() {
                if let seq = event.seq { seqs.append(seq) }
                guard let start = event.text.firstRange(of: #""message":""#)?.upperBound else { continue }
                let sent = Int(event.text[start...].prefix { $0 != " " }) ?? 0
                delays.append(ContinuousClock.now - epoch - .microseconds(sent))
            }
            return (seqs, delays)
        }
    }
}
