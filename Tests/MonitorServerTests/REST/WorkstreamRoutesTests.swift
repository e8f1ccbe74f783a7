import MonitorTesting
import HTTPTypes
import MonitorCore
import MonitorStorage
import Testing

@testable import MonitorServer

@Suite struct WorkstreamRoutesTests {
    @Test func `a workstream is made, found and listed`() async throws {
        try await withTestServer { server in
            let made = try await server.post(
                "/api/workstreams", #"{"name":"Monitor","metadata":{ "n": 1.0, "big": 12345678901234567890 }}"#)
            #expect(made.status == 201)
            #expect(made.string("name") == "Monitor")
            #expect(made.string("status") == "active")
            #expect(made["metadata"] == #"{"n":1.0,"big":12345678901234567890}"#)
            #expect(made["created_at"] == made["updated_at"])
            #expect(made.string("created_at")?.hasSuffix("Z") == true)
            #expect(made.headers[.contentType] == "application/json")
            #expect(made.headers[.cacheControl] == "no-store")
            let id = try made.require("id")
            #expect(try await server.get("/api/workstreams/\(id)").text == made.text)
            #expect(try await server.get("/api/workstreams/\(id.uppercased())").text == made.text)
            let list = try await server.get("/api/workstreams")
            #expect(list.text == #"{"items":[\#(made.text)],"total":1}"#)
        }
    }

    @Test func `archived workstreams are listed only when asked for`() async throws {
        try await withTestServer { server in
            let first = try await server.post("/api/workstreams", #"{"name":"first"}"#).require("id")
            _ = try await server.post("/api/workstreams", #"{"name":"second"}"#)
            let archived = try await server.patch("/api/workstreams/\(first)", #"{"status":"archived"}"#)
            #expect(archived.string("status") == "archived")
            let visible = try await server.get("/api/workstreams")
            #expect(visible.items("name") == [#""second""#])
            #expect(visible.total == 1)
            for query in ["true", "1"] {
                let all = try await server.get("/api/workstreams?include_archived=\(query)")
                #expect(all.items("name") == [#""first""#, #""second""#])
                #expect(all.total == 2)
            }
            #expect(try await server.get("/api/workstreams?include_archived=false").total == 1)
        }
    }

    @Test(arguments: [
        (#"{}"#, 422, "missing_field", "'name'"), (#"{"name":null}"#, 422, "missing_field", "'name'"),
        (#"{"name":""}"#, 422, "invalid_field", "'name'"), (#"{"name":" \n "}"#, 422, "invalid_field", "'name'"),
        (#"{"name":7}"#, 422, "invalid_field", "'name'"),
        (#"{"name":"x","colour":1}"#, 422, "unknown_field", "'colour'"),
        (#"{"name":"x","metadata":[]}"#, 422, "invalid_field", "'metadata'"),
        (#"{"name":"x","metadata":"{}"}"#, 422, "invalid_field", "'metadata'"),
        (#"[]"#, 422, "invalid_field", "object"), (#""x""#, 422, "invalid_field", "object"),
        (#"{"name":"x""#, 400, "invalid_json", "byte"), ("", 400, "invalid_json", "empty"),
    ])
    func `a body that is not right is refused by the field's name`(
        body: String, status: Int, code: String, word: String
    ) async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/workstreams", body)
            #expect(answer.status == status)
            #expect(answer.error == code)
            #expect(answer.message.contains(word))
            #expect(try await server.head == 0)
        }
    }

    @Test func `a name has up to 500 characters, metadata up to 64 KiB`() async throws {
        try await withTestServer { server in
            func post(_ name: Int, _ metadata: Int) async throws -> Int {
                let value = String(repeating: "m", count: metadata - 8)
                let name = String(repeating: "\u{1F980}", count: name)
                return try await server.post("/api/workstreams", #"{"name":"\#(name)","metadata":{"k":"\#(value)"}}"#)
                    .status
            }
            for (name, metadata, status) in [(500, 65_536, 201), (501, 100, 422), (1, 65_537, 422)] {
                let answered = try await post(name, metadata)
                #expect(answered == status, "\(name), \(metadata)")
            }
        }
    }

    @Test func `a patch changes what it names and leaves the rest`() async throws {
        try await withTestServer { server in
            let made = try await server.post("/api/workstreams", #"{"name":"old","metadata":{"a":1}}"#)
            let uri = "/api/workstreams/\(try made.require("id"))"
            server.clock.advance(by: .seconds(5))
            let renamed = try await server.patch(uri, #"{"name":"new"}"#)
            #expect(renamed.status == 200)
            #expect(renamed.string("name") == "new")
            #expect(renamed["metadata"] == #"{"a":1}"#)
            #expect(renamed["created_at"] == made["created_at"])
            #expect(renamed["updated_at"] != made["updated_at"])
            #expect(try await server.patch(uri, #"{"metadata":{"b":2}}"#)["metadata"] == #"{"b":2}"#)
            #expect(try await server.patch(uri, #"{"metadata":null}"#)["metadata"] == "{}")
            #expect(try await server.patch(uri, #"{"status":"archived"}"#).string("status") == "archived")
            #expect(try await server.patch(uri, #"{"status":"active"}"#).string("status") == "active")
            #expect(try await server.head == 6)
        }
    }

    @Test(arguments: ["{}", #"{"name":"same"}"#, #"{"status":"active","metadata":{ "a" : 1 }}"#])
    func `a patch that changes nothing is answered without a journal entry`(body: String) async throws {
        try await withTestServer { server in
            let made = try await server.post("/api/workstreams", #"{"name":"same","metadata":{"a":1}}"#)
            server.clock.advance(by: .seconds(5))
            let answer = try await server.patch("/api/workstreams/\(try made.require("id"))", body)
            #expect(answer.status == 200)
            #expect(answer.text == made.text)
            #expect(try await server.head == 1)
        }
    }

    @Test(arguments: [
        (#"{"name":null}"#, 422, "invalid_field", "'name'"), (#"{"status":null}"#, 422, "invalid_field", "'status'"),
        (#"{"status":"deleted"}"#, 400, "invalid_value", "active, archived"),
        (#"{"status":"Active"}"#, 400, "invalid_value", "'status'"), (#"{"id":"x"}"#, 422, "unknown_field", "'id'"),
    ])
    func `a patch that is not right changes nothing`(
        body: String, status: Int, code: String, word: String
    ) async throws {
        try await withTestServer { server in
            let id = try await server.post("/api/workstreams", #"{"name":"w"}"#).require("id")
            let answer = try await server.patch("/api/workstreams/\(id)", body)
            #expect(answer.status == status)
            #expect(answer.error == code)
            #expect(answer.message.contains(word))
            #expect(try await server.head == 1)
        }
    }

    @Test func `what is not there is 404, what is no id 400, an unknown parameter 400`() async throws {
        try await withTestServer { server in
            let missing = "0197a000-0000-7000-8000-000000000000"
            #expect(try await server.get("/api/workstreams/\(missing)").error == "not_found")
            #expect(try await server.patch("/api/workstreams/\(missing)", "{}").status == 404)
            for id in ["x", "0197a00000007000800000000000000", "\(missing)0", "%00", "1"] {
                let answer = try await server.get("/api/workstreams/\(id)")
                #expect(answer.status == 400)
                #expect(answer.error == "invalid_parameter")
            }
            for uri in [
                "/api/workstreams?limit=1", "/api/workstreams/\(missing)?x=", "/api/workstreams?include_archive=true",
            ] {
                #expect(try await server.get(uri).error == "unknown_parameter")
            }
            #expect(try await server.get("/api/workstreams?include_archived=yes").error == "invalid_value")
            #expect(try await server.post("/api/workstreams?x=1", #"{"name":"w"}"#).error == "unknown_parameter")
            #expect(try await server.delete("/api/workstreams/\(missing)").status == 404)
            #expect(try await server.get("/api/nothing").error == "not_found")
        }
    }
}
