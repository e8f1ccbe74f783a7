import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension FaultSerial {
    /// Row 26: SIGTERM ends the server in time, answers what has begun and ends the streams; clients go on elsewhere.
    ///
    /// Seen to fail: with SIGKILL in place of SIGTERM.
    @Suite struct ShutdownTests {
        private static let streams = 200
        private static let posts = 50

        @Test(arguments: [SIGTERM, SIGINT])
        func `a signal with 200 streams and 50 posts under way ends it cleanly within 5 s`(signal: Int32) async throws {
            let folder = try TemporaryFolder()
            let server = try await ServerProcess(in: folder)
            let board = try await Board(on: server)
            var expected = try await board.postBatches((1...100).map { "before \($0)" }, to: server)
            let head = try #require(expected.last)
            let streams = try await BlockingThread.runMany(8) { _ in
                try (0..<(ShutdownTests.streams / 8)).map { number in
                    let start = number.isMultiple(of: 2) ? 0 : head
                    return (start, try StreamWire(to: server.port, "?event=update&after_seq=\(start)"))
                }
            }.flatMap(\.self)
            let resuming = ResumingReader(server.client())
            try await resuming.hasRead(expected.count)
            let posts = try await beginPosts(server, board)
            let started = ContinuousClock.now
            server.send(signal)
            let answers = try await finishPosts(posts, board)
            #expect(try await server.exit() == .status(0), "\(server.log)")
            let time = ContinuousClock.now - started
            print("shutdown: \(time) with \(streams.count) streams and \(posts.count) posts")
            #expect(time < .seconds(5))
            #expect(answers.map(\.status) == Array(repeating: 201, count: ShutdownTests.posts))
            let added = answers.compactMap { $0.json?["seq"]?.int }.sorted()
            expected += added
            let cursors = try await BlockingThread.run { [expected] in
                try streams.map { try ShutdownTests.checkEnd(of: $1, startingAt: $0, expected) }
            }
            let again = try await ServerProcess(in: folder, port: server.port)
            expected += try await board.postBatches((1...50).map { "after \($0)" }, to: again)
            let last = try #require(expected.last)
            try await BlockingThread.run { [expected] in
                for cursor in Set(cursors) {
                    var stream = try StreamWire(to: again.port, "?event=update", lastEventID: "\(cursor)")
                    #expect(try stream.events(through: last).compactMap(\.seq) == expected.filter { $0 > cursor })
                }
            }
            #expect(try await resuming.hasRead(expected.count) == expected)
            resuming.stop()
            try await again.stop()
        }

        /// Posts whose head and half of whose body the server has read when this returns.
        private func beginPosts(_ server: ServerProcess, _ board: Board) async throws -> [HTTPWire] {
            let body = board.body("under way")
            let posts = try await BlockingThread.run {
                try (0..<ShutdownTests.posts).map { _ in
                    let http = try HTTPWire(to: server.port)
                    try http.sendHead(
                        "POST", "/api/updates/manual", bodyLength: body.count, then: Array(body.prefix(body.count / 2)))
                    return http
                }
            }
            let ports = posts.map(\.wire.localPort)
            try await eventually(within: .seconds(10), "the server's reading of the posts") {
                try ProcessFacts.unreadBytes(serverPort: server.port, clientPorts: ports).allSatisfy { $0 == 0 }
            }
            return posts
        }

        private func finishPosts(_ posts: [HTTPWire], _ board: Board) async throws -> [HTTPWire.Answer] {
            let body = board.body("under way")
            return try await BlockingThread.runMany(posts.count) { index in
                var http = posts[index]
                try http.wire.send(Array(body.dropFirst(body.count / 2)))
                return try http.readAnswer()
            }
        }

        /// Reads a stream to its end, which has to be a clean one, and returns where it would be resumed.
        ///
        /// It may end anywhere, but what it has brought by then is what there was, from its start on.
        private static func checkEnd(of stream: StreamWire, startingAt start: Seq, _ expected: [Seq]) throws -> Seq {
            var stream = stream
            let seqs = try stream.rest().compactMap(\.seq)
            #expect(seqs == Array(expected.filter { $0 > start }.prefix(seqs.count)))
            return seqs.last ?? start
        }
    }
}

/// A client that reads the stream by the library and resumes by itself.
private final class ResumingReader: Sendable {
    private let log = EventLog()
    private let task: Task<Void, any Error>

    init(_ client: MonitorClient) {
        task = Task { [log] in
            let backoff = Backoff(base: .milliseconds(50), limit: .milliseconds(200))
            for try await event in client.stream(["event": "update"], after: 0, backoff: backoff).events {
                if let seq = event.seq { log.append(seq) }
            }
        }
    }

    /// The seqs once there are so many.
    @discardableResult
    func hasRead(_ count: Int) async throws -> [Seq] {
        try await eventually(within: .seconds(30), "\(count) events on the resumed stream") { log.seqs.count >= count }
        return log.seqs
    }

    func stop() { task.cancel() }
}
