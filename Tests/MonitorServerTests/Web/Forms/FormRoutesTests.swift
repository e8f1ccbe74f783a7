import HTTPTypes
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct FormRoutesTests {
    private static let missing = "0197a000-0000-7000-8000-000000000000"

    @Test func `forms make a workstream, a task and an update, and lead to them`() async throws {
        try await withTestServer { server in
            let made = try await server.submit("/workstreams", "name=acme%2Fshop")
            #expect(made.status == 303)
            let workstream = try #require(made.headers[.location]?.split(separator: "/").last)
            let task = try await server.submit("/tasks", "workstream_id=\(workstream)&name=Fix+it")
            let path = try #require(task.headers[.location])
            #expect(task.status == 303 && path.hasPrefix("/tasks/"))
            let update = try await server.submit(
                "\(path)/updates", "message=one%0D%0Atwo&level=warn&kind=&tags=a,+b&return_to=%2Fstream")
            #expect(update.status == 303 && update.headers[.location] == "/stream")
            let stored = try await server.get("/api/updates").items
            #expect(stored.count == 1)
            #expect(stored.first?.contains(#""message":"one\ntwo""#) == true)
            #expect(stored.first?.contains(#""level":"warn","tags":["a","b"]"#) == true)
            #expect(stored.first?.contains(#""source":"manual""#) == true)
        }
    }

    @Test func `a form changes what it names and nothing else`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let path = "/tasks/\(place.task)"
            #expect(try await server.submit(path, "name=New&status=blocked").headers[.location] == path)
            _ = try await server.submit(path, "summary_text=So+far")
            _ = try await server.submit(path, "hidden=false&hidden=true")
            let task = try await server.get("/api/tasks/\(place.task)")
            #expect(task.string("name") == "New" && task.string("status") == "blocked")
            #expect(task.string("summary_text") == "So far" && task["hidden"] == "true")
            _ = try await server.submit(path, "summary_text=")
            #expect(try await server.get("/api/tasks/\(place.task)").string("summary_text") == nil)
            _ = try await server.submit("/workstreams/\(place.workstream)", "status=archived")
            #expect(try await server.get("/api/workstreams").total == 0)
        }
    }

    @Test func `a purge names what goes, and does it only when told to`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            _ = try await server.submit("/tasks/\(place.task)/updates", "message=secret")
            let page = try await server.get("/tasks/\(place.task)/delete")
            #expect(page.status == 200 && page.text.contains("its one update"))
            #expect(try await server.get("/api/tasks/\(place.task)").status == 200)
            #expect(try await server.submit("/tasks/\(place.task)/delete", "").headers[.location] == "/dashboard")
            #expect(try await server.get("/api/tasks/\(place.task)").status == 404)
        }
    }

    @Test(arguments: [
        ("/workstreams", "name=", 422, "'name'"), ("/workstreams", "nam=x", 422, "'nam'"),
        ("/tasks", "name=x&workstream_id=\(missing)", 404, missing),
        ("/tasks/\(missing)", "status=finished", 400, "'status'"), ("/tasks/\(missing)", "status=done", 404, missing),
        ("/tasks/\(missing)/updates", "message=+", 422, "'message'"),
        ("/tasks/\(missing)/updates", "message=m", 404, missing),
        ("/tasks/\(missing)/delete", "", 404, missing), ("/tasks/nothing/delete", "", 400, "'nothing'"),
        ("/workstreams", "name=x&return_to=//example.org", 422, "'return_to'"),
    ])
    func `a form that is not right is told so by the field's name, on a page`(
        path: String, form: String, status: Int, word: String
    ) async throws {
        try await withTestServer { server in
            let answer = try await server.submit(path, form, accept: "text/html")
            #expect(answer.status == status)
            #expect(answer.text.contains("<h1>"))
            #expect(answer.text.contains(word.replacing("'", with: "&#39;")))
            #expect(try await server.submit(path, form).message.contains(word))
            #expect(try await server.get("/api/workstreams").total == 0)
        }
    }

    @Test(arguments: ["application/json", "multipart/form-data; boundary=x", "text/plain"])
    func `other bodies than forms are refused`(type: String) async throws {
        try await withTestServer { server in
            let answer = try await server.post("/workstreams", "{}", headers: [.contentType: type])
            #expect(answer.status == 415)
        }
    }

    @Test func `a form of another site is refused`() async throws {
        try await withTestServer { server in
            let answer = try await server.submit("/workstreams", "name=x", headers: [.origin: "https://example.org"])
            #expect(answer.status == 403)
        }
    }
}

extension TestServer {
    /// Posts a form as a browser does.
    func submit(_ path: String, _ form: String, accept: String = "*/*", headers: HTTPFields = [:]) async throws
        -> Answer
    {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.accept] = accept
        return try await send(.post, path, headers: headers, body: Array(form.utf8))
    }
}
