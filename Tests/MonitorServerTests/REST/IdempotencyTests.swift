import MonitorTesting
import HTTPTypes
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct IdempotencyTests {
    private static let id = "01234567-89ab-4cde-8f01-23456789abcd"

    @Test func `an update with the same id is answered with the first one and stored once`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let body = place.update("once", #","id":"\#(Self.id)","data":{"n":1.0}"#)
            let first = try await server.post("/api/updates", body)
            server.clock.advance(by: .seconds(9))
            #expect(first.status == 201)
            #expect(first.string("id") == Self.id)
            for _ in 0..<3 {
                let again = try await server.post("/api/updates", body)
                #expect(again.status == 200)
                #expect(again.text == first.text)
            }
            #expect(try await server.get("/api/updates").total == 1)
            #expect(try await server.head == 3)
        }
    }

    @Test func `an Idempotency-Key does the same, whatever form the JSON has`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let key: HTTPFields = [.idempotencyKey: "key 1"]
            let first = try await server.post("/api/updates", place.update("once"), headers: key)
            let spaced = #" { "message" : "once", "source":"test", "task_id":"\#(place.task.uppercased())" } "#
            let again = try await server.post("/api/updates", spaced, headers: key)
            #expect(first.status == 201)
            #expect(again.status == 200)
            #expect(again.text == first.text)
            let other = try await server.post("/api/updates", spaced, headers: [.idempotencyKey: "key 2"])
            #expect(other.status == 201)
        }
    }

    @Test(arguments: [
        ("other", ""), ("once", #","kind":"k""#), ("once", #","level":"info""#), ("once", #","tags":["t"]"#),
        ("once", #","data":1"#), ("once", #","source":"elsewhere""#),
    ])
    func `the same key or id with another body is 409 and stores nothing`(message: String, rest: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let key: HTTPFields = [.idempotencyKey: "k"]
            let id = #","id":"\#(Self.id)""#
            #expect(try await server.post("/api/updates", place.update("once"), headers: key).status == 201)
            #expect(try await server.post("/api/updates", place.update("once", id)).status == 201)
            let byKey = try await server.post("/api/updates", place.update(message, rest), headers: key)
            let byID = try await server.post("/api/updates", place.update(message, id + rest))
            for answer in [byKey, byID] {
                #expect(answer.status == 409)
                #expect(answer.error == "conflict")
            }
            #expect(try await server.head == 4)
        }
    }

    @Test func `the same key for another task is 409`() async throws {
        try await withTestServer { server in
            let (first, second) = (try await Place(server), try await Place(server, name: "two"))
            let key: HTTPFields = [.idempotencyKey: "k"]
            #expect(try await server.post("/api/updates", first.update(), headers: key).status == 201)
            #expect(try await server.post("/api/updates", second.update(), headers: key).status == 409)
        }
    }

    @Test(arguments: ["", String(repeating: "k", count: 201)])
    func `a key has 1 to 200 bytes`(key: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.post("/api/updates", place.update(), headers: [.idempotencyKey: key])
            #expect(answer.status == 400)
            #expect(answer.message.contains("'Idempotency-Key'"))
        }
    }

    @Test func `a batch sent again under its key is answered item by item with the first ones`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let key: HTTPFields = [.idempotencyKey: String(repeating: "k", count: 200)]
            let body = "[\(place.update("a")),{},\(place.update("b")),\(place.update("a"))]"
            let first = try await server.post("/api/updates/batch", body, headers: key)
            let again = try await server.post("/api/updates/batch", body, headers: key)
            #expect(first.results.map(\.status) == [201, 422, 201, 201])
            #expect(again.results.map(\.status) == [200, 422, 200, 200])
            #expect(again.results.map(\.update) == first.results.map(\.update))
            #expect(try await server.get("/api/updates").total == 3)
        }
    }

    @Test func `the same id twice in one batch is stored once`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let id = #","id":"\#(Self.id)""#
            let body = "[\(place.update("a", id)),\(place.update("a", id)),\(place.update("b", id))]"
            let answer = try await server.post("/api/updates/batch", body)
            #expect(answer.results.map(\.status) == [201, 200, 409])
            #expect(answer.results[0].update == answer.results[1].update)
        }
    }

    @Test func `posts of one key at one time store one update`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for _ in 0..<24 {
                    group.addTask {
                        try await server.post("/api/updates", place.update(), headers: [.idempotencyKey: "k"])
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter { $0.status == 201 }.count == 1)
            #expect(answers.filter { $0.status == 200 }.count == 23)
            #expect(Set(answers.map(\.text)).count == 1)
        }
    }
}
