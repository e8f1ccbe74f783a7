import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// Every command of the original's page (`seed.txt`), to the letter; `<TASK_ID>` and the like are filled in.
@Suite struct SeedPageTests {
    @Test func `the quick start works as it is written`() async throws {
        try await withServer { server in
            let cli = try CommandLineClient(server: server.address, environment: ["MONITOR_AUTHOR": "someone"])
            let workstream = try await id(cli, "workstream", "create", "Monitor MVP")
            let task = try await id(cli, "task", "create", "SSE replay support", "--workstream", workstream)
            let update = try await json(
                cli, "update", "manual", "--task", task, "--message", "Implemented initial SSE path", "--kind",
                "manual_note", "--level", "info", "--tags", "backend,sse")
            #expect(update["message"]?.string == "Implemented initial SSE path")
            #expect(update["kind"]?.string == "manual_note")
            #expect(update["level"]?.string == "info")
            #expect(update["tags"]?.raw.text == #"["backend","sse"]"#)
            #expect(update["source"]?.string == "manual")
            let tasks = try await json(cli, "task", "list")
            #expect(tasks.items("name") == ["SSE replay support"])
            #expect(tasks["total"]?.int == 1)
        }
    }

    @Test func `the common commands work as they are written`() async throws {
        try await withServer { server in
            let cli = try CommandLineClient(server: server.address)
            let workstream = try await id(cli, "workstream", "create", "My Workstream")
            let task = try await id(cli, "task", "create", "My Task", "--workstream", workstream)
            let tasks = try await json(cli, "task", "list", "--workstream", workstream)
            #expect(tasks.items("id") == [task])
            let blocked = try await json(cli, "task", "update", task, "--status", "blocked")
            #expect(blocked["status"]?.string == "blocked")
            let summary = try await json(cli, "task", "update", task, "--summary", "Waiting on vendor response")
            #expect(summary["summary_text"]?.string == "Waiting on vendor response")
            let update = try await json(cli, "update", "manual", "--task", task, "--message", "Progress note")
            #expect(update["task_id"]?.string == task)
            let archived = try await json(cli, "workstream", "update", workstream, "--status", "archived")
            #expect(archived["status"]?.string == "archived")
            let all = try await json(cli, "workstream", "list", "--include-archived")
            #expect(all.items("id") == [workstream])
            #expect(try await json(cli, "workstream", "list")["total"]?.int == 0)
        }
    }

    @Test func `the hook example says nothing and stores its update`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let cli = try CommandLineClient(server: server.address)
            let result = try await cli.run(
                "--quiet", "update", "manual", "--task", board.task.description, "--message",
                "Claude hook observed a session event", "--kind", "claude_hook", "--tags", "claude,hook")
            #expect(result.exit == .status(0))
            #expect(result.output.isEmpty && result.errors.isEmpty)
            #expect(try await server.client().updates(["kind": "claude_hook", "tag": "hook"])["total"]?.int == 1)
        }
    }

    @Test func `the strict example works with the token in the environment`() async throws {
        let environment = ["MONITOR_AUTH_MODE": "strict", "MONITOR_API_TOKENS": "dev-secret-token"]
        try await withServer(environment: environment) { server in
            let cli = try CommandLineClient(server: server.address, environment: ["MONITOR_TOKEN": "dev-secret-token"])
            #expect(try await json(cli, "workstream", "list")["total"]?.int == 0)
            let stranger = try CommandLineClient(server: server.address)
            #expect(try await stranger.run("workstream", "list").exit == .status(1))
        }
    }

    @Test func `the page's queries and wrapped deliveries work as they are written`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let client = server.client()
            let hook = #"{"hook_event_name":"PostToolUse","session_id":"abc","tool_name":"Bash"}"#
            let stored = try await client.request(
                .post, "/api/updates/claude-hook",
                body: Array(#"{"task_id":"\#(board.task)","payload":\#(hook)}"#.utf8))
            #expect(stored["source"]?.string == "claude:abc")
            #expect(stored["kind"]?.string == "tool_use")
            let run = #"{"conclusion":"failure","name":"CI"}"#
            let payload = #"{"action":"completed","repository":{"full_name":"o/r"},"workflow_run":\#(run)}"#
            let headers = #"{"x-github-event":"workflow_run"}"#
            let delivery = #"{"task_id":"\#(board.task)","headers":\#(headers),"payload":\#(payload)}"#
            let failed = try await client.request(
                .post, "/api/updates/github-webhook", body: Array(delivery.utf8))
            #expect(failed["source"]?.string == "github:o/r")
            #expect(failed["kind"]?.string == "ci_run")
            #expect(failed["level"]?.string == "error")
            for target in [
                "/api/workstreams?include_archived=true", "/api/tasks?workstream_id=\(board.workstream)&status=active",
                "/api/updates?task_id=\(board.task)&kind=tool_use&limit=50",
                "/api/updates?tag=github&tag=completed", "/api/updates?after_seq=2",
            ] {
                #expect(try await client.request(.get, target)["total"]?.int ?? 0 > 0, "\(target)")
            }
        }
    }

    private func json(_ cli: CommandLineClient, _ arguments: String...) async throws -> JSONValue {
        let result = try await cli.run(arguments)
        try #require(result.exit == .status(0), "\(arguments): \(result.errors)")
        return try #require(result.json, "\(result.text)")
    }

    private func id(_ cli: CommandLineClient, _ arguments: String...) async throws -> String {
        let result = try await cli.run(arguments)
        try #require(result.exit == .status(0), "\(arguments): \(result.errors)")
        return try #require(result.json?["id"]?.string, "\(result.text)")
    }
}
