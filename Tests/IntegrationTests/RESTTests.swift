import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// The original's end-to-end list for REST, on the real server.
@Suite struct RESTTests {
    @Test func `what is created is listed and shown`() async throws {
        try await withServer { server in
            let board = try await Board(on: server, name: "Monitor MVP")
            let client = server.client()
            #expect(try await client.workstreams().items("name") == ["Monitor MVP"])
            let shown = try await client.workstream(board.workstream)
            #expect(shown["status"]?.string == "active")
            #expect(shown["metadata"]?.raw.text == "{}")
            let task = try await client.task(board.task)
            #expect(task["workstream_id"]?.string == board.workstream.description)
            #expect(try await client.tasks()["total"]?.int == 1)
            let update = try await client.postManual(board.draft("It works", kind: "manual_note", tags: ["a", "b"]))
            #expect(update["source"]?.string == "manual")
            #expect(update["tags"]?.raw.text == #"["a","b"]"#)
            #expect(try await client.updates()["items"]?.array?.first?.raw.text == update.raw.text)
            #expect(try await client.task(board.task)["last_message"]?.string == "It works")
        }
    }

    @Test func `a patch changes what it names, and one that changes nothing is no event`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let client = server.client()
            var patch = TaskPatch()
            patch.status = .blocked
            patch.summaryText = .set("Waiting on vendor response")
            let changed = try await client.updateTask(board.task, patch)
            #expect(changed["status"]?.string == "blocked")
            #expect(changed["summary_text"]?.string == "Waiting on vendor response")
            #expect(changed["summary_source"]?.string == "manual")
            let again = try await client.updateTask(board.task, patch)
            #expect(again.raw.text == changed.raw.text)
            let end = try await client.postManual(board.draft("end"))["seq"]?.int
            let last = try #require(end)
            let events = try await BlockingThread.run { [port = server.port] in
                var stream = try StreamWire(to: port, "?after_seq=0")
                return try stream.events(through: last)
            }
            #expect(events.map(\.name) == ["workstream_created", "task_created", "task_updated", "update"])
        }
    }

    @Test func `an archived workstream is hidden by default, and so are its tasks`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let client = server.client()
            var patch = WorkstreamPatch()
            patch.status = .archived
            #expect(try await client.updateWorkstream(board.workstream, patch)["status"]?.string == "archived")
            #expect(try await client.workstreams()["total"]?.int == 0)
            #expect(try await client.workstreams(includeArchived: true).items("status") == ["archived"])
            #expect(try await client.tasks()["total"]?.int == 0)
            var filter = TaskFilter()
            filter.includeArchivedWorkstreams = true
            #expect(try await client.tasks(filter)["total"]?.int == 1)
        }
    }

    @Test func `a repeated tag matches any of them`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let client = server.client()
            for (message, tags) in [("1", ["github"]), ("2", ["completed"]), ("3", ["other"]), ("4", [])] {
                _ = try await client.postManual(board.draft(message, kind: "k\(message)", tags: tags))
            }
            let any = try await client.updates(["tag": "github", "tag": "completed"])
            #expect(any.items("message") == ["1", "2"])
            #expect(any["total"]?.int == 2)
            #expect(try await client.updates(["kind": "k3", "task_id": "\(board.task)"]).items("message") == ["3"])
            #expect(try await client.updates(["source": "github:nobody"])["total"]?.int == 0)
        }
    }

    @Test func `pages follow after_seq, and the total counts all that match whatever the limit`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let client = server.client()
            let seqs = try await board.postBatches((1...230).map { "update \($0)" }, to: server)
            let first = try await client.updates()
            #expect(first.seqs == Array(seqs.prefix(50)))
            #expect(first["total"]?.int == 230)
            var (read, cursor) = ([Seq](), Seq(0))
            while true {
                let page = try await client.updates(["after_seq": "\(cursor)", "limit": "100"])
                #expect(page["total"]?.int == Int64(230 - read.count))
                guard let last = page.seqs.last else { break }
                (read, cursor) = (read + page.seqs, last)
            }
            #expect(read == seqs)
            #expect(try await client.updates(["limit": "1000"]).seqs.count == 200)
            #expect(try await client.updates(["limit": "0", "order": "desc"]).seqs == [seqs[229]])
        }
    }

    @Test func `a mistake is answered with its name, never with everything`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let client = server.client()
            let nobody = TaskID.make()
            let cases: [(HTTPMethod, String, String?, Int, String)] = [
                (.get, "/api/updates?tagg=x", nil, 400, "unknown_parameter"),
                (.get, "/api/tasks?status=nonsense", nil, 400, "invalid_value"),
                (.get, "/api/tasks/\(nobody)", nil, 404, "not_found"),
                (.get, "/api/nowhere", nil, 404, "not_found"),
                (.post, "/api/updates/manual", "{", 400, "invalid_json"),
                (.post, "/api/updates/manual", #"{"task_id":"\#(board.task)"}"#, 422, "missing_field"),
                (.post, "/api/updates/manual", #"{"task_id":"\#(nobody)","message":"m"}"#, 404, "not_found"),
            ]
            for (method, target, body, status, code) in cases {
                let answer = try await client.send(method, target, body: body.map { Array($0.utf8) })
                let error = try JSONDocument(parsing: answer.body).value
                #expect((answer.status, error["error"]?.string) == (status, code), "\(target)")
                #expect(error["message"]?.string?.isEmpty == false)
            }
            #expect(try await client.updates()["total"]?.int == 0)
        }
    }
}
