import MonitorTesting
import MonitorStorage
import HTTPTypes
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct IngestRoutesTests {
    @Test func `an update is stored with everything that its sender said`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.post(
                "/api/updates",
                #"""
                {"task_id":"\#(place.task)","source":"ci","message":"built","author":"anna","kind":"build_result",
                 "level":"warn","tags":["a","b","a"],"data":{"n":1}}
                """#)
            #expect(answer.status == 201)
            #expect(answer["seq"] == "3")
            #expect(answer.string("task_id") == place.task)
            #expect(answer.string("source") == "ci")
            #expect(answer.string("author") == "anna")
            #expect(answer.string("message") == "built")
            #expect(answer.string("kind") == "build_result")
            #expect(answer.string("level") == "warn")
            #expect(answer["tags"] == #"["a","b","a"]"#)
            #expect(answer["data"] == #"{"n":1}"#)
            #expect(answer.string("timestamp") == server.clock.now.description)
            #expect(UpdateID(try answer.require("id")) != nil)
        }
    }

    @Test func `what has no value is left out, but the tags`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let rest = #","author":null,"kind":null,"level":null,"tags":null,"data":null,"id":null"#
            let answer = try await server.post("/api/updates", place.update("m", rest))
            #expect(answer.status == 201)
            for absent in ["author", "kind", "level", "data"] { #expect(answer[absent] == nil) }
            #expect(answer["tags"] == "[]")
        }
    }

    @Test func `a manual update has the source manual and takes no other`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let body = #"{"task_id":"\#(place.task)","message":"note"}"#
            #expect(try await server.post("/api/updates/manual", body).string("source") == "manual")
            let other = try await server.post("/api/updates/manual", place.update())
            #expect(other.status == 422)
            #expect(other.error == "unknown_field")
            #expect(other.message.contains("'source'"))
        }
    }

    @Test(arguments: ["/api/updates/claude-hook", "/api/updates/github-webhook"])
    func `a wrapped delivery becomes an update of the task`(uri: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let body = #"{"task_id":"\#(place.task)","headers":{"X-GitHub-Event":"ping"},"payload":{"zen":"x"}}"#
            let first = try await server.post(uri, body, headers: [.idempotencyKey: "delivery-1"])
            #expect(first.status == 201)
            #expect(first.string("task_id") == place.task)
            let again = try await server.post(uri, body, headers: [.idempotencyKey: "delivery-1"])
            #expect(again.status == 200)
            #expect(again.text == first.text)
            for (body, word) in [
                (#"{"payload":{}}"#, "'task_id'"), (#"{"task_id":"\#(place.task)"}"#, "'payload'"),
                (#"{"task_id":"\#(place.task)","payload":{},"headers":[]}"#, "'headers'"),
            ] {
                let answer = try await server.post(uri, body)
                #expect(answer.status == 422)
                #expect(answer.message.contains(word))
            }
        }
    }

    /// What only a decoder that keeps bytes gives back.
    @Test(arguments: [
        "1.0", "1e400", "-0", "0.1000", "1E+2", "9223372036854775808", "123456789012345678901234567890", "true",
        #""x""#,
        "[]", #"{"b":1,"a":2}"#, #"{"k":1,"k":2}"#, #""\u0000""#, #""\ud800""#, #""\/\u002f""#, #""é\u00e9""#,
        #""\u2028""#,
        #"[[[]],{"":{}}]"#, #"" two  spaces ""#,
    ])
    func `data comes back byte for byte, answered, read, listed and streamed`(data: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.post("/api/updates", place.update("m", #","data": \#(data) "#))
            #expect(answer["data"] == data)
            #expect(try await server.get("/api/updates/\(try answer.require("id"))").text == answer.text)
            #expect(try await server.get("/api/updates").items == [answer.text])
            let entries = try await server.store.entries(after: 2, matching: StreamFilter(), limit: 10).entries
            #expect(entries.map { String(decoding: $0.json, as: UTF8.self) } == [answer.text])
        }
    }

    @Test func `white space between the parts of data is dropped, also line breaks`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.post(
                "/api/updates", place.update("m", ",\"data\": {\r\n\t\"a\" : [ 1 , 2 ] }"))
            #expect(answer["data"] == #"{"a":[1,2]}"#)
        }
    }

    @Test(arguments: [
        ("message", #""""#, "'message' must not be empty"), ("message", #"" ""#, "'message' must not be empty"),
        ("message", "7", "'message' must be a string"), ("source", #""""#, "'source'"), ("kind", "{}", "'kind'"),
        ("tags", #""a""#, "'tags' must be an array"), ("tags", "[1]", "'tags'"), ("tags", #"[""]"#, "'tags'"),
        ("id", #""x""#, "'id' must be a UUID"), ("task_id", "1", "'task_id'"),
        ("mesage", "1", "unknown field 'mesage'"),
        ("seq", "1", "unknown field 'seq'"), ("author", "[]", "'author'"),
    ])
    func `a field that is not right is 422 by its name`(field: String, value: String, message: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            // Of a field that repeats the last wins.
            let answer = try await server.post("/api/updates", place.update("m", #","\#(field)":\#(value)"#))
            #expect(answer.status == 422)
            #expect(answer.message.contains(message))
            #expect(try await server.head == 2)
        }
    }

    @Test func `an unknown level is 400 with the known ones`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let answer = try await server.post("/api/updates", place.update("m", #","level":"fatal""#))
            #expect(answer.status == 400)
            #expect(answer.error == "invalid_value")
            #expect(answer.message.contains("'level' cannot be 'fatal'; it is one of info, warn, error"))
        }
    }

    @Test func `an unknown task is 404`() async throws {
        try await withTestServer { server in
            let missing = "0197a000-0000-7000-8000-000000000000"
            let body = #"{"task_id":"\#(missing)","source":"s","message":"m"}"#
            let answer = try await server.post("/api/updates", body)
            #expect(answer.status == 404)
            #expect(answer.message.contains(missing))
        }
    }

    @Test(arguments: [
        ("message", 65_536, ""), ("source", 500, "\u{1F980}"), ("kind", 200, "\u{1F980}"), ("author", 200, "é"),
        ("tags", 200, "é"),
    ])
    func `a text may have its length and no more`(field: String, length: Int, character: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            for (count, status) in [(length, 201), (length + 1, 422)] {
                let text = "\"" + String(repeating: character.isEmpty ? "x" : character, count: count) + "\""
                let value = field == "tags" ? "[\(text)]" : text
                let answer = try await server.post("/api/updates", place.update("m", #","\#(field)":\#(value)"#))
                #expect(answer.status == status)
                if status == 201 {
                    #expect(answer[field] == value)
                } else {
                    #expect(answer.message.contains("'\(field)'"))
                }
            }
        }
    }

    @Test func `an update has up to 64 tags`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            for (count, status) in [(64, 201), (65, 422)] {
                let tags = (0..<count).map { "\"t\($0)\"" }.joined(separator: ",")
                #expect(
                    try await server.post("/api/updates", place.update("m", #","tags":[\#(tags)]"#)).status == status)
            }
        }
    }

    @Test func `any text is kept, and NUL becomes the replacement character`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let text = #"line\nline\r\u2028\u0085\u001b[31m\u0000\ud83e\udd80 <b>&amp;\"\\"#
            let answer = try await server.post("/api/updates", place.update(text, #","tags":["a\u0000b","c\nd"]"#))
            #expect(answer.string("message") == "line\nline\r\u{2028}\u{85}\u{1B}[31m\u{FFFD}\u{1F980} <b>&amp;\"\\")
            #expect(try await server.get("/api/updates?tag=a%EF%BF%BDb").total == 1)
            #expect(try await server.get("/api/updates?tag=a%00b").total == 1)
            #expect(try await server.get("/api/updates?tag=c%0Ad").total == 1)
        }
    }
}
