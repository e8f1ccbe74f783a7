import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// Row 21: a cursor that is none is refused or said to be reset; nothing is skipped in silence.
@Suite struct StreamCursorTests {
    @Test(arguments: [
        "-1", "9223372036854775808", "99999999999999999999999", "abc", "1.0", "0x10", "1 2", "1\u{0}", "\u{0}", "1e3",
        "١",
    ])
    func `a malformed Last-Event-ID is 400`(id: String) async throws {
        try await withServer { server in
            try await Board(on: server).postBatches(["one"], to: server)
            let opened = try await BlockingThread.run { [port = server.port] () -> String? in
                do {
                    var stream = try StreamWire(to: port, lastEventID: id, patience: .seconds(10))
                    return "opened: \(String(describing: try stream.next()))"
                } catch WireFailure.refused(status: 400, _) {
                    return nil
                }
            }
            #expect(opened == nil)
        }
    }

    @Test(arguments: ["-1", "9223372036854775808", "abc", "", "1%00", "1,2"])
    func `a malformed after_seq is 400`(cursor: String) async throws {
        try await withServer { server in
            let answer = try await server.client().send(.get, "/api/stream?after_seq=\(cursor)")
            #expect(answer.status == 400)
            #expect(answer.text.contains("after_seq"))
        }
    }

    /// A browser sends no header before the first event; an empty one means the same.
    @Test func `an empty Last-Event-ID counts as none, so the parameter decides`() async throws {
        try await withServer { server in
            let seqs = try await Board(on: server).postBatches(["one", "two"], to: server)
            let ids = try await BlockingThread.run { [port = server.port] in
                var stream = try StreamWire(to: port, "?after_seq=\(seqs[0])", lastEventID: "")
                return try stream.events(1).map(\.seq)
            }
            #expect(ids == [seqs[1]])
        }
    }

    @Test(arguments: [Seq(1_000), .max])
    func `a cursor from the future is told so before anything newer comes`(future: Seq) async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let head = try await board.postBatches(["one", "two"], to: server)[1]
            let events = try await BlockingThread.run { [port = server.port] in
                var (stream, poster) = (try StreamWire(to: port, lastEventID: "\(future)"), try HTTPWire(to: port))
                let reset = try stream.events(1)
                let next = try poster.post("three", on: board)
                return reset + (try stream.events(through: next))
            }
            #expect(events.map(\.name) == ["reset", "update"])
            let reset = try JSONDocument(parsing: events[0].data).value
            #expect(reset["reason"]?.string == "cursor_ahead")
            #expect(reset["head_seq"]?.int == head)
            #expect(reset["oldest_seq"]?.int == 1)
            #expect(events[1].seq == head + 1)
        }
    }
}
