import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension FaultSerial {
    /// Row 18: under many posters every stream gets everything, once, in order.
    ///
    /// Seen to fail: with two neighbours swapped in what one stream brought.
    @Suite struct LiveOrderTests {
        private static let posters = 32
        private static let streams = 20
        private static let postsEach = 313

        @Test func `20 streams get all of 10,000 updates of 32 posters in order`() async throws {
            try await withServer { server in
                let board = try await Board(on: server)
                let total = LiveOrderTests.posters * LiveOrderTests.postsEach
                // Half of them live, half by a cursor; all are open before the first post.
                let open = try await BlockingThread.runMany(LiveOrderTests.streams) { index in
                    let query = index.isMultiple(of: 2) ? "" : "?after_seq=2"
                    return try StreamWire(to: server.port, query, patience: .seconds(120))
                }
                let started = ContinuousClock.now
                async let received = BlockingThread.runMany(open.count) { index in
                    var stream = open[index]
                    return try stream.events(total).compactMap(\.seq)
                }
                let posted = try await BlockingThread.runMany(LiveOrderTests.posters) { poster in
                    var http = try HTTPWire(to: server.port)
                    return try (0..<LiveOrderTests.postsEach).map { try http.post("\(poster): \($0)", on: board) }
                }
                // A poster's answers come in the order of its posts.
                for seqs in posted { #expect(seqs == seqs.sorted()) }
                let expected = posted.flatMap(\.self).sorted()
                #expect(Set(expected).count == total)
                for seqs in try await received { #expect(seqs == expected) }
                let time = ContinuousClock.now - started
                print("live order: \(total) updates to \(open.count) streams in \(time)")
            }
        }
    }
}
