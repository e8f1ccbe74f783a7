import MonitorStorage
import HTTPTypes
import MonitorCore
import MonitorLive
import Testing

@testable import MonitorServer

@Suite struct StreamRouteTests {
    // MARK: Cursor

    @Test(
        arguments: [
            (nil, "", nil), (nil, "after_seq=7", 7), (nil, "after_seq=0", 0), ("", "", nil), ("", "after_seq=7", 7),
            ("9", "", 9), ("9", "after_seq=7", 9), ("0", "after_seq=7", 0), ("9223372036854775807", "", .max),
            (nil, "after_seq=9223372036854775807", .max),
        ] as [(String?, String, Seq?)])
    func `the header wins over the parameter, and neither means live only`(
        header: String?, query: String, expected: Seq?
    ) throws {
        #expect(try cursor(header, query) == expected)
    }

    @Test(
        arguments: [
            ("-1", ""), ("x", ""), ("9223372036854775808", ""), ("1.5", ""), ("1\u{0}", ""), (" 1", ""), ("1, 2", ""),
            ("\u{661}", ""), (nil, "after_seq=-1"), (nil, "after_seq=x"), (nil, "after_seq=9223372036854775808"),
            (nil, "after_seq="), ("5", "after_seq=x"), (nil, "after_seq=%00"),
        ] as [(String?, String)])
    func `a malformed cursor is 400`(header: String?, query: String) throws {
        let error = #expect(throws: APIError.self) { try cursor(header, query) }
        #expect(error?.status == 400)
    }

    private func cursor(_ header: String?, _ query: String) throws -> Seq? {
        try StreamRoute.cursor(
            lastEventID: header, try QueryDecoder(FormQuery(query), known: StreamFilter.parameters))
    }

    // MARK: Frames

    @Test func `a stream begins at once, and is neither cached nor buffered`() async throws {
        try await withTestServer { server in
            let answer = try await server.stream("/api/stream")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/event-stream")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.accelBuffering] == "no")
            #expect(answer.text.hasPrefix(": monitor\nretry: "))
            #expect(answer.events.isEmpty)
        }
    }

    @Test func `a replay has every entry once, in order, as the API answers it`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            var bodies: [String] = []
            for index in 0..<20 {
                bodies.append(try await server.post("/api/updates", place.update("a\\n\\r\\u2028b \(index)")).text)
            }
            _ = try await server.patch("/api/tasks/\(place.task)", #"{"status":"done"}"#)
            let events = try await server.stream("/api/stream?after_seq=0").events
            #expect(events.map(\.id) == (1...23).map(String.init))
            #expect(events.map(\.name).suffix(1) == ["task_updated"])
            #expect(events.dropFirst(2).prefix(20).map(\.data) == bodies)
        }
    }

    @Test func `what comes after the replay comes live, without gap or double`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.stream("/api/stream", headers: [.lastEventID: "1"]) {
                for index in 0..<5 { _ = try await server.postUpdate(place.update("live \(index)")) }
            }
            #expect(answer.events.map(\.id) == ["2", "3", "4", "5", "6", "7"])
        }
    }

    @Test func `without a cursor only what happens from now on comes`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.stream("/api/stream") { _ = try await server.postUpdate(place.update()) }
            #expect(answer.events.map(\.id) == ["3"])
        }
    }

    @Test func `a cursor beyond the head is reset, and then the stream goes on live`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.stream("/api/stream?after_seq=1000") {
                _ = try await server.postUpdate(place.update())
            }
            #expect(answer.events.map(\.name) == ["reset", "update"])
            #expect(answer.events.first?.id == nil)
            #expect(answer.events.first?.data == #"{"reason":"cursor_ahead","oldest_seq":1,"head_seq":2}"#)
        }
    }

    @Test(arguments: [
        ("source=ci", ["update"]), ("kind=k", ["update"]), ("level=error", ["update"]), ("tag=t&tag=u", ["update"]),
        ("event=task_created&event=task_updated", ["task_created", "task_created", "task_updated"]),
        ("event=update", ["update", "update"]), ("tag=absent", []), ("event=task_updated&tag=t", []),
    ])
    func `filters choose what comes`(query: String, names: [String]) async throws {
        try await withTestServer { server in
            let (place, other) = (try await Place(server), try await Place(server, name: "other"))
            let rest = #","source":"ci","kind":"k","level":"error","tags":["t"]"#
            _ = try await server.postUpdate(place.update("m", rest))
            _ = try await server.postUpdate(other.update("m"))
            _ = try await server.patch("/api/tasks/\(place.task)", #"{"name":"n"}"#)
            let answer = try await server.stream("/api/stream?after_seq=0&\(query)")
            #expect(answer.events.map(\.name) == names)
        }
    }

    @Test func `a stream of a task or a workstream has its state changes too`() async throws {
        try await withTestServer { server in
            let (place, other) = (try await Place(server), try await Place(server, name: "other"))
            _ = try await server.postUpdate(place.update())
            _ = try await server.postUpdate(other.update())
            _ = try await server.patch("/api/tasks/\(place.task)", #"{"workstream_id":"\#(other.workstream)"}"#)
            let store = server.store
            func names(_ filter: StreamFilter) async throws -> [String] {
                try await store.entries(after: 0, matching: filter, limit: 100).entries.map(\.event.rawValue)
            }
            let byTask = try await server.stream("/api/stream?after_seq=0&task_id=\(place.task)")
            #expect(byTask.events.map(\.name) == ["task_created", "update", "task_updated"])
            var filter = StreamFilter()
            filter.workstreamIDs = [try #require(WorkstreamID(place.workstream))]
            #expect(try await names(filter) == ["workstream_created", "task_created", "task_updated"])
        }
    }

    @Test(arguments: [
        ("after_seq=x", "invalid_parameter"), ("level=loud", "invalid_value"), ("event=reset", "invalid_value"),
        ("task_id=1", "invalid_parameter"), ("q=x", "unknown_parameter"), ("tag=", "invalid_parameter"),
    ])
    func `a filter that is not right is 400 before the stream begins`(query: String, code: String) async throws {
        try await withTestServer { server in
            let answer = try await server.get("/api/stream?\(query)")
            #expect(answer.status == 400)
            #expect(answer.error == code)
        }
    }
}

/// One event of a stream, read as the HTML standard says.
struct StreamEvent: Equatable, Sendable {
    var id: String?
    var name = "message"
    var data = ""
}

extension Answer {
    fileprivate var events: [StreamEvent] {
        text.components(of: "\n\n").compactMap { block in
            var event = StreamEvent()
            for line in block.components(of: "\n") where !line.hasPrefix(":") {
                let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
                switch parts.first {
                case "id": event.id = String(parts[1])
                case "event": event.name = String(parts[1])
                case "data": event.data += String(parts[1])
                default: break
                }
            }
            return event.data.isEmpty ? nil : event
        }
    }
}

extension String {
    /// The parts between occurrences of a text of ASCII.
    fileprivate func components(of separator: String) -> [String] {
        var parts: [String] = []
        var rest = Array(utf8)[...]
        let separator = Array(separator.utf8)
        while let index = rest.indices.first(where: { rest[$0...].starts(with: separator) }) {
            parts.append(String(decoding: rest[..<index], as: UTF8.self))
            rest = rest[(index + separator.count)...]
        }
        return parts + [String(decoding: rest, as: UTF8.self)]
    }
}

extension TestServer {
    /// Opens a stream, does what is to come live once it has caught up, and ends it when it has caught up again.
    fileprivate func stream(
        _ uri: String, headers: HTTPFields = [:], live: @Sendable () async throws -> Void = {}
    ) async throws -> Answer {
        try await published()
        async let answer = get(uri, headers: headers)
        await caughtUp()
        try await live()
        try await published()
        await caughtUp()
        hub.close()
        return try await answer
    }

    /// A write is answered before the hub has it.
    private func published() async throws {
        let head = try await store.bounds().head
        while hub.head < head { await Task.yield() }
    }

    private func caughtUp() async {
        while hub.waitingCount == 0 { await Task.yield() }
    }
}
