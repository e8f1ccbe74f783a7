import MonitorCore
import Testing

@testable import MonitorServer

/// One item of a batch's answer.
struct BatchResult: Sendable {
    let status: Int
    let update: String?
    let error: String?
    let message: String
}

extension Answer {
    var results: [BatchResult] {
        (json?["results"]?.array ?? []).map { item in
            BatchResult(
                status: Int(item["status"]?.int ?? 0), update: item["update"]?.raw.text, error: item["error"]?.string,
                message: item["message"]?.string ?? "")
        }
    }
}

@Suite struct UpdateBatchTests {
    @Test func `good and bad items are answered each in its place`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let missing = #"{"task_id":"0197a000-0000-7000-8000-000000000000","source":"s","message":"m"}"#
            let items = [
                place.update("first"), "7", missing, #"{"source":"s","message":"m"}"#, place.update("", ""),
                place.update("m", #","level":"x""#), place.update("m", #","colour":1"#), place.update("last"),
            ]
            let answer = try await server.post("/api/updates/batch", "[\(items.joined(separator: ","))]")
            #expect(answer.status == 200)
            let results = answer.results
            #expect(results.map(\.status) == [201, 422, 404, 422, 422, 400, 422, 201])
            #expect(
                results.map(\.error) == [
                    nil, "invalid_field", "not_found", "missing_field", "invalid_field", "invalid_value",
                    "unknown_field", nil,
                ])
            #expect(results[1].message.contains("[1]"))
            #expect(results[3].message.contains("'[3].task_id'"))
            #expect(results[5].message.contains("'[5].level'"))
            let list = try await server.get("/api/updates")
            #expect(list.items == [results[0].update, results[7].update])
            #expect(try await server.head == 4)
        }
    }

    @Test func `up to 1,000 items are stored in their order`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let items = (0..<1_000).map { place.update("m\($0)") }
            let answer = try await server.post("/api/updates/batch", "[\(items.joined(separator: ","))]")
            #expect(answer.results.map(\.status) == Array(repeating: 201, count: 1_000))
            let last = try await server.get("/api/updates?after_seq=1000")
            #expect(last.items("message") == [#""m998""#, #""m999""#])
            #expect(last.items("seq") == ["1001", "1002"])
            let more = try await server.post(
                "/api/updates/batch", "[\((items + [place.update()]).joined(separator: ","))]")
            #expect(more.status == 422)
            #expect(more.message.contains("1001 updates; at most 1000"))
            #expect(try await server.head == 1_002)
        }
    }

    @Test(arguments: [("{}", 422, "array"), ("null", 422, "array"), ("", 400, "empty"), ("[1,", 400, "early")])
    func `what is no array is refused`(body: String, status: Int, word: String) async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/updates/batch", body)
            #expect(answer.status == status)
            #expect(answer.message.contains(word))
        }
    }

    @Test func `an empty batch is answered with no results`() async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/updates/batch", "[]")
            #expect(answer.status == 200)
            #expect(answer.text == #"{"results":[]}"#)
        }
    }

    @Test func `a batch may be larger than a single update, up to 16 MiB`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let item = place.update("m", #","data":"\#(String(repeating: "x", count: 900_000))""#)
            let body = "[" + Array(repeating: item, count: 18).joined(separator: ",") + "]"
            #expect(try await server.post("/api/updates/batch", body).results.map(\.status).allSatisfy { $0 == 201 })
            let tooLarge = try await server.post(
                "/api/updates/batch", String(repeating: " ", count: 16 * 1024 * 1024) + "[]")
            #expect(tooLarge.status == 413)
        }
    }
}
