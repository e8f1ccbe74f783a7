import MonitorTesting
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct TaskRoutesTests {
    private static let missing = "0197a000-0000-7000-8000-000000000000"

    @Test func `a task is made, found and listed`() async throws {
        try await withTestServer { server in
            let workstream = try await server.post("/api/workstreams", #"{"name":"w"}"#).require("id")
            let made = try await server.post(
                "/api/tasks", #"{"workstream_id":"\#(workstream)","name":"t","metadata":{"x":1e400}}"#)
            #expect(made.status == 201)
            #expect(made.string("workstream_id") == workstream)
            #expect(made.string("status") == "active")
            #expect(made["metadata"] == #"{"x":1e400}"#)
            #expect(made["hidden"] == "false")
            #expect(made["update_count"] == "0")
            #expect(made["error_count"] == "0")
            for absent in ["summary_text", "last_seq", "last_message", "last_activity_at", "agent_state", "attention"] {
                #expect(made[absent] == nil)
            }
            #expect(try await server.get("/api/tasks/\(made.require("id"))").text == made.text)
            #expect(try await server.get("/api/tasks").text == #"{"items":[\#(made.text)],"total":1}"#)
        }
    }

    @Test func `a task of an unknown workstream is 404`() async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/tasks", #"{"workstream_id":"\#(Self.missing)","name":"t"}"#)
            #expect(answer.status == 404)
            #expect(answer.message.contains(Self.missing))
        }
    }

    @Test(arguments: [
        (#"{"name":"t"}"#, "missing_field", "'workstream_id'"),
        (#"{"workstream_id":"x","name":"t"}"#, "invalid_field", "'workstream_id'"),
        (#"{"workstream_id":"0197a000-0000-7000-8000-000000000000"}"#, "missing_field", "'name'"),
        (
            #"{"workstream_id":"0197a000-0000-7000-8000-000000000000","name":"t","status":"done"}"#, "unknown_field",
            "'status'"
        ),
    ])
    func `a body that is not right is refused by the field's name`(
        body: String, code: String, word: String
    ) async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/tasks", body)
            #expect(answer.status == 422)
            #expect(answer.error == code)
            #expect(answer.message.contains(word))
        }
    }

    @Test func `the server keeps the task's activity with every update`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            server.clock.advance(by: .seconds(1))
            _ = try await server.postUpdate(place.update("one", #","level":"error""#))
            server.clock.advance(by: .seconds(1))
            let seq = try await server.postUpdate(place.update("two", #","level":"warn""#))
            let task = try await server.get("/api/tasks/\(place.task)")
            #expect(task["last_seq"] == "\(seq)")
            #expect(task.string("last_message") == "two")
            #expect(task.string("last_activity_at") == server.clock.now.description)
            #expect(task["update_count"] == "2")
            #expect(task["error_count"] == "1")
            #expect(task["updated_at"] == task["created_at"])
        }
    }

    @Test func `a summary has a text, an author and a time, set, kept and cleared`() async throws {
        try await withTestServer { server in
            let uri = "/api/tasks/\(try await Place(server).task)"
            server.clock.advance(by: .seconds(1))
            let first = try await server.patch(uri, #"{"summary_text":"half done"}"#)
            #expect(first.string("summary_source") == "manual")
            #expect(first.string("summary_updated_at") == server.clock.now.description)
            server.clock.advance(by: .seconds(1))
            let second = try await server.patch(uri, #"{"summary_source":"claude:1"}"#)
            #expect(second.string("summary_text") == "half done")
            #expect(second.string("summary_source") == "claude:1")
            let same = try await server.patch(uri, #"{"summary_text":"half done"}"#)
            #expect(same.text == second.text)
            let cleared = try await server.patch(uri, #"{"summary_text":null}"#)
            #expect(cleared["summary_text"] == nil)
            #expect(cleared["summary_source"] == nil)
            #expect(cleared["summary_updated_at"] == nil)
            #expect(try await server.head == 5)
        }
    }

    @Test func `a task is renamed, moved, hidden and given any status`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let other = try await Place(server, name: "other")
            let uri = "/api/tasks/\(place.task)"
            _ = try await server.postUpdate(place.update("moves along"))
            #expect(try await server.patch(uri, #"{"name":"renamed"}"#).string("name") == "renamed")
            for status in ["blocked", "done", "cancelled", "active"] {
                #expect(try await server.patch(uri, #"{"status":"\#(status)"}"#).string("status") == status)
            }
            let moved = try await server.patch(uri, #"{"workstream_id":"\#(other.workstream)"}"#)
            #expect(moved.string("workstream_id") == other.workstream)
            #expect(try await server.get("/api/updates?workstream_id=\(other.workstream)").total == 1)
            #expect(try await server.get("/api/updates?workstream_id=\(place.workstream)").total == 0)
            #expect(try await server.patch(uri, #"{"hidden":true}"#)["hidden"] == "true")
            #expect(try await server.patch(uri, #"{"metadata":{"b":[1, 2]}}"#)["metadata"] == #"{"b":[1,2]}"#)
            #expect(try await server.patch(uri, #"{"metadata":null}"#)["metadata"] == "{}")
            #expect(try await server.patch(uri, #"{"attention":null}"#).status == 200)
        }
    }

    @Test(arguments: [
        "{}", #"{"name":"sample"}"#, #"{"status":"active","hidden":false,"attention":null,"metadata":{}}"#,
        #"{"summary_text":null,"summary_source":null}"#, #"{"metadata":null}"#, #"{"summary_source":"x"}"#,
    ])
    func `a patch that changes nothing is answered without a journal entry`(body: String) async throws {
        try await withTestServer { server in
            let uri = "/api/tasks/\(try await Place(server).task)"
            let before = try await server.get(uri).text
            server.clock.advance(by: .seconds(5))
            let answer = try await server.patch(uri, body)
            #expect(answer.status == 200)
            #expect(answer.text == before)
            #expect(try await server.head == 2)
        }
    }

    @Test(arguments: [
        (#"{"name":null}"#, 422, "'name'"), (#"{"status":null}"#, 422, "'status'"),
        (#"{"status":"open"}"#, 400, "active, blocked, done, cancelled"), (#"{"hidden":null}"#, 422, "'hidden'"),
        (#"{"hidden":"true"}"#, 422, "'hidden'"), (#"{"workstream_id":null}"#, 422, "'workstream_id'"),
        (#"{"workstream_id":"0197a000-0000-7000-8000-000000000000"}"#, 404, "workstream"),
        (#"{"attention":{"reason":"error"}}"#, 422, "'attention'"), (#"{"summary_text":""}"#, 422, "'summary_text'"),
        (#"{"agent_state":"idle"}"#, 422, "'agent_state'"), (#"{"metadata":3}"#, 422, "'metadata'"),
    ])
    func `a patch that is not right changes nothing`(body: String, status: Int, word: String) async throws {
        try await withTestServer { server in
            let uri = "/api/tasks/\(try await Place(server).task)"
            let answer = try await server.patch(uri, body)
            #expect(answer.status == status)
            #expect(answer.message.contains(word))
            #expect(try await server.head == 2)
        }
    }

    @Test func `lists leave out what is hidden or archived unless it is asked for`() async throws {
        try await withTestServer { server in
            let seen = try await Place(server, name: "seen")
            let hidden = try await Place(server, name: "hidden")
            let archived = try await Place(server, name: "archived")
            _ = try await server.patch("/api/tasks/\(hidden.task)", #"{"hidden":true}"#)
            _ = try await server.patch("/api/workstreams/\(archived.workstream)", #"{"status":"archived"}"#)
            func names(_ query: String) async throws -> [String] {
                let list = try await server.get("/api/tasks" + query)
                #expect(list.status == 200)
                return list.items("name").map { $0.filter { $0 != "\"" } }
            }
            #expect(try await names("") == ["seen"])
            #expect(try await names("?include_hidden=true") == ["seen", "hidden"])
            #expect(try await names("?include_archived_workstreams=true") == ["seen", "archived"])
            #expect(try await names("?workstream_id=\(archived.workstream)") == ["archived"])
            #expect(try await names("?workstream_id=\(hidden.workstream)") == [])
            #expect(try await names("?workstream_id=\(Self.missing)") == [])
            _ = try await server.patch("/api/tasks/\(seen.task)", #"{"status":"done"}"#)
            #expect(try await names("?status=done") == ["seen"])
            #expect(try await names("?status=active") == [])
            #expect(try await names("?status=active&status=done") == ["seen"])
            #expect(try await names("?attention=true") == [])
            #expect(try await names("?attention=false") == ["seen"])
            #expect(try await names("?agent_state=working") == [])
        }
    }

    @Test func `limit and after page a list, and the total counts all`() async throws {
        try await withTestServer { server in
            let place = try await Place(server, name: "t0")
            for index in 1..<5 {
                _ = try await server.post(
                    "/api/tasks", #"{"workstream_id":"\#(place.workstream)","name":"t\#(index)"}"#)
            }
            let all = try await server.get("/api/tasks")
            #expect(all.items.count == 5)
            var after = ""
            var paged: [String] = []
            for _ in 0..<3 {
                let page = try await server.get("/api/tasks?limit=2\(after)")
                #expect(page.total == 5)
                paged += page.items
                after = "&after=" + (page.items("id").last ?? "").filter { $0 != "\"" }
            }
            #expect(paged == all.items)
            #expect(try await server.get("/api/tasks?limit=0").items.count == 1)
            #expect(try await server.get("/api/tasks?limit=-5").items.count == 1)
            #expect(try await server.get("/api/tasks?limit=9223372036854775807").items.count == 5)
        }
    }

    @Test(arguments: [
        ("status=open", "invalid_value"), ("agent_state=sleeping", "invalid_value"),
        ("attention=maybe", "invalid_value"),
        ("limit=many", "invalid_parameter"), ("limit=9223372036854775808", "invalid_parameter"),
        ("workstream_id=x", "invalid_parameter"), ("after=1", "invalid_parameter"), ("sort=name", "unknown_parameter"),
        ("status=", "invalid_parameter"), ("Status=done", "unknown_parameter"),
    ])
    func `a filter that is not right is 400 by its name`(query: String, code: String) async throws {
        try await withTestServer { server in
            let answer = try await server.get("/api/tasks?\(query)")
            #expect(answer.status == 400)
            #expect(answer.error == code)
            #expect(answer.message.contains("'\(query.prefix { $0 != "=" })'"))
        }
    }
}
