import MonitorTesting
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct UpdateRoutesTests {
    @Test func `an update is found by id and by seq as it was answered and as it is listed`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let made = try await server.post("/api/updates", place.update("hello", #","tags":["a"],"data":{"n":1.0}"#))
            let (id, seq) = (try made.require("id"), try #require(made["seq"]))
            for reference in [id, id.uppercased(), seq, "0\(seq)"] {
                #expect(try await server.get("/api/updates/\(reference)").text == made.text)
            }
            #expect(try await server.get("/api/updates").text == #"{"items":[\#(made.text)],"total":1}"#)
        }
    }

    @Test(arguments: [
        ("0197a000-0000-7000-8000-000000000000", 404), ("0", 404), ("9223372036854775807", 404),
        ("9223372036854775808", 400), ("-1", 400), ("x", 400), ("1.0", 400), ("%31", 400),
    ])
    func `what is not there is 404, what is no reference 400`(reference: String, status: Int) async throws {
        try await withTestServer { server in
            let shown = try await server.get("/api/updates/\(reference)")
            let deleted = try await server.delete("/api/updates/\(reference)")
            #expect(shown.status == status)
            #expect(deleted.status == status)
        }
    }

    @Test func `a seq of a state change is no update`() async throws {
        try await withTestServer { server in
            _ = try await Place(server)
            #expect(try await server.get("/api/updates/1").status == 404)
            #expect(try await server.delete("/api/updates/1").status == 404)
        }
    }

    @Test func `limit is 50 by default and brought into 1 to 200, the total is exact`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let items = (0..<250).map { place.update("m\($0)") }.joined(separator: ",")
            #expect(try await server.post("/api/updates/batch", "[\(items)]").status == 200)
            for (query, count) in [
                ("", 50), ("?limit=1", 1), ("?limit=0", 1), ("?limit=-1", 1), ("?limit=-9223372036854775808", 1),
                ("?limit=200", 200), ("?limit=201", 200), ("?limit=9223372036854775807", 200), ("?limit=7&limit=9", 9),
            ] {
                let list = try await server.get("/api/updates\(query)")
                #expect(list.items.count == count, "\(query)")
                #expect(list.total == 250, "\(query)")
            }
            let descending = try await server.get("/api/updates?order=desc&limit=3")
            #expect(descending.items("message") == [#""m249""#, #""m248""#, #""m247""#])
            let after = try await server.get("/api/updates?after_seq=200&before_seq=210&limit=5")
            #expect(after.items("seq") == ["201", "202", "203", "204", "205"])
            #expect(after.total == 9)
        }
    }

    @Test(arguments: [
        ("limit=many", "invalid_parameter"), ("limit=9223372036854775808", "invalid_parameter"),
        ("limit=", "invalid_parameter"), ("limit=1e2", "invalid_parameter"), ("after_seq=-1", "invalid_parameter"),
        ("after_seq=9223372036854775808", "invalid_parameter"), ("before_seq=x", "invalid_parameter"),
        ("order=up", "invalid_value"), ("order=ASC", "invalid_value"), ("level=fatal", "invalid_value"),
        ("level=info&level=Error", "invalid_value"), ("since=yesterday", "invalid_parameter"),
        ("until=2026-13-01", "invalid_parameter"), ("task_id=1", "invalid_parameter"),
        ("workstream_id=", "invalid_parameter"), ("tag=", "invalid_parameter"), ("q=", "invalid_parameter"),
        ("tags=a", "unknown_parameter"), ("Tag=a", "unknown_parameter"), ("task%5Fidx=1", "unknown_parameter"),
        ("=1", "unknown_parameter"), ("tag[]=a", "unknown_parameter"),
    ])
    func `a filter that is not right is 400, never everything`(query: String, code: String) async throws {
        try await withTestServer { server in
            let answer = try await server.get("/api/updates?\(query)")
            #expect(answer.status == 400)
            #expect(answer.error == code)
            #expect(answer.message.contains("'"))
        }
    }

    @Test(arguments: [
        ("source=a+b", 1), ("source=a%20b", 1), ("source=a%2Bb", 1), ("source=a+b&source=a%2Bb", 2),
        ("source=a%26b", 1),
        ("source=a%3Db", 1), ("source=a=b", 1), ("source=100%", 1), ("source=100%25", 1), ("source=%C3%A9", 1),
        ("source=é", 1), ("source=%65%CC%81", 0), ("so%75rce=100%25", 1), ("source=a+b&", 1), ("&&source=a+b", 1),
        ("source=%FF", 1), ("source=%00", 1),
    ])
    func `parameters are decoded as forms encode them`(query: String, count: Int) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            for source in ["a b", "a+b", "a&b", "a=b", "100%", "é", "\\uFFFD"] {
                let body = #"{"task_id":"\#(place.task)","source":"\#(source)","message":"m"}"#
                #expect(try await server.post("/api/updates", body).status == 201)
            }
            let answer = try await server.get("/api/updates?\(query)")
            #expect(answer.status == 200)
            #expect(answer.total == count)
        }
    }

    @Test func `times bound a list, both ends included, with any offset`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            // The clock starts at 2027-01-15T08:00:00Z.
            for _ in 0..<3 {
                _ = try await server.postUpdate(place.update())
                server.clock.advance(by: .seconds(60))
            }
            for (query, total) in [
                ("since=2027-01-15T08:01:00Z", 2), ("since=2027-01-15T08:01:00.000001Z", 1),
                ("until=2027-01-15T08:01:00Z", 2), ("until=2027-01-15T08:00:59.999999Z", 1),
                ("since=2027-01-15T08:01:00Z&until=2027-01-15T08:01:00Z", 1),
                ("since=2027-01-15T10:01:00%2B02:00", 2), ("since=2027-01-15T10:01:00+02:00", 2),
                ("since=2027-01-15T07:01:00-01:00", 2), ("since=2027-01-15", 3), ("until=2027-01-15", 0),
                ("since=2028-01-01", 0),
            ] {
                let list = try await server.get("/api/updates?\(query)")
                #expect(list.total == total, "\(query)")
                #expect(list.items.count == total, "\(query)")
            }
        }
    }

    /// The store marks updates that are older than one before them by that one, which may go.
    @Test func `an update that came late is found by its time, also when the one before it was purged`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            var seqs: [Int] = []
            for seconds in [0, 100, -50, 70] {
                server.clock.advance(by: .seconds(seconds))
                seqs.append(try await server.postUpdate(place.update()))
            }
            // They stand at 0, 100, 50 and 120 s after 2027-01-15T08:00:00Z.
            let before = try await server.get("/api/updates?since=2027-01-15T08:00:40Z")
            #expect(before.items("seq") == seqs.dropFirst().map(String.init))
            _ = try await server.delete("/api/updates/\(seqs[1])")
            let after = try await server.get("/api/updates?since=2027-01-15T08:00:40Z")
            #expect(after.items("seq") == seqs.dropFirst(2).map(String.init))
            #expect(after.total == 2)
        }
    }
}
