import ArgumentParser
import MonitorClient
import MonitorCommands
import MonitorCore
import Testing

@Suite struct CommandLineTests {
    private func parse<Command: ParsableCommand>(_ arguments: String..., as _: Command.Type) throws -> Command {
        try #require(try MonitorCLI.parseAsRoot(arguments) as? Command)
    }

    private let id = "0199f3aa-0000-7000-8000-000000000001"

    // MARK: The commands of the original's page, to the letter

    @Test func `the original's workstream commands are understood`() throws {
        #expect(try parse("workstream", "create", "Monitor MVP", as: WorkstreamCreate.self).name == "Monitor MVP")
        #expect(try !parse("workstream", "list", as: WorkstreamList.self).includeArchived)
        #expect(try parse("workstream", "list", "--include-archived", as: WorkstreamList.self).includeArchived)
        let update = try parse("workstream", "update", id, "--status", "archived", as: WorkstreamUpdate.self)
        #expect(update.workstream == id && update.patch.status == .archived)
    }

    @Test func `the original's task commands are understood`() throws {
        let create = try parse("task", "create", "SSE replay support", "--workstream", id, as: TaskCreate.self)
        #expect(create.name == "SSE replay support" && create.workstream == id)
        #expect(try parse("task", "list", as: TaskList.self).workstream == nil)
        #expect(try parse("task", "list", "--workstream", id, as: TaskList.self).workstream == id)
        #expect(try parse("task", "update", id, "--status", "blocked", as: TaskUpdate.self).patch.status == .blocked)
        let summary = "Waiting on vendor response"
        let update = try parse("task", "update", id, "--summary", summary, as: TaskUpdate.self)
        #expect(update.task == id && update.patch.summaryText == .set(summary))
    }

    @Test func `the original's manual update is understood`() throws {
        let update = try parse(
            "update", "manual", "--task", id, "--message", "Implemented initial SSE path", "--kind", "manual_note",
            "--level", "info", "--tags", "backend,sse", as: UpdateManual.self)
        #expect(update.task == id && update.message == "Implemented initial SSE path")
        #expect(update.kind == "manual_note" && update.level == .info)
        let content = try update.draft(for: #require(TaskID(id)), author: nil).content
        #expect(content.tags == ["backend", "sse"] && content.data == nil)
        _ = try parse("update", "manual", "--task", id, "--message", "Progress note", as: UpdateManual.self)
    }

    @Test(arguments: ["--quiet", "--silent"])
    func `the original's hook example is understood, with the flag before the command or after it`(flag: String) throws
    {
        let command = [
            "update", "manual", "--task", id, "--message", "Claude hook observed a session event", "--kind",
            "claude_hook", "--tags", "claude,hook",
        ]
        for arguments in [[flag] + command, command + [flag], [command[0], flag] + command.dropFirst()] {
            let update = try #require(try MonitorCLI.parseAsRoot(arguments) as? UpdateManual)
            #expect(update.global.quiet && update.kind == "claude_hook")
        }
    }

    // MARK: What came since

    @Test func `the server and the token may stand before the command or after it`() throws {
        let options = ["--server", "http://host:1", "--token", "t"]
        let command = ["task", "list"]
        for arguments in [options + command, command + options, ["--token=t"] + command + options] {
            let list = try #require(try MonitorCLI.parseAsRoot(arguments) as? TaskList)
            #expect(list.global.server == "http://host:1" && list.global.token == "t" && !list.global.quiet)
        }
    }

    @Test func `a message and a summary may begin with a dash`() throws {
        let update = try parse("update", "manual", "--task", id, "--message", "- done", as: UpdateManual.self)
        #expect(update.message == "- done")
        #expect(try parse("task", "update", id, "--summary", "-x", as: TaskUpdate.self).summary == "-x")
    }

    @Test func `tags may repeat, and data is any JSON`() throws {
        let update = try parse(
            "update", "manual", "--task", "x", "--message", "m", "--tags", "a, b,", "--tag", "c", "--data", "[1.0, -2]",
            as: UpdateManual.self)
        let content = update.draft(for: .make(), author: "me").content
        #expect(content.tags == ["a", "b", "c"] && content.data?.text == "[1.0,-2]" && content.author == "me")
    }

    @Test func `a task is moved, hidden, shown again, dismissed, and its summary cleared`() throws {
        let update = try parse(
            "task", "update", "x", "--move-to", "Other", "--hide", "--dismiss", "--summary", "", "--name", "n",
            "--summary-source", "ci", "--metadata", "{}", as: TaskUpdate.self)
        #expect(update.moveTo == "Other")
        let patch = update.patch
        #expect(patch.hidden == true && patch.clearsAttention && patch.summaryText == .clear && patch.name == "n")
        #expect(patch.summarySource == .set("ci") && patch.metadata == .set(.emptyObject))
        #expect(try parse("task", "update", "x", "--unhide", as: TaskUpdate.self).patch.hidden == false)
    }

    @Test func `a list of tasks has all filters of the API`() async throws {
        let list = try parse(
            "task", "list", "--workstream", id, "--status", "active", "--status", "blocked", "--attention",
            "--agent-state", "waiting", "--include-hidden", "--include-archived-workstreams", as: TaskList.self)
        let client = MonitorClient(server: .standard)
        #expect(
            try await list.filter(client).query == [
                "workstream_id": id, "status": "active", "status": "blocked", "agent_state": "waiting",
                "attention": "true", "include_hidden": "true", "include_archived_workstreams": "true",
            ])
    }

    @Test func `a list of updates has all filters of the API`() async throws {
        let list = try parse(
            "update", "list", "--task", id, "--workstream", id, "--source", "manual", "--source", "ci", "--kind", "k",
            "--level", "warn", "--tag", "a", "--tag", "b", "--q", "two words", "--after-seq", "1", "--before-seq", "9",
            "--since", "2026-11-24T09:30:00Z", "--until", "2026-11-25", "--limit", "200", "--order", "desc",
            as: UpdateList.self)
        let query = try await list.query(MonitorClient(server: .standard))
        #expect(
            query == [
                "task_id": id, "workstream_id": id, "source": "manual", "source": "ci", "kind": "k", "level": "warn",
                "tag": "a", "tag": "b", "q": "two words", "after_seq": "1", "before_seq": "9",
                "since": "2026-11-24T09:30:00.000000Z", "until": "2026-11-25T00:00:00.000000Z", "limit": "200",
                "order": "desc",
            ])
        #expect(Set(query.items.map(\.name)) == UpdateFilter.parameters)
    }

    @Test func `a stream has all filters of the API`() async throws {
        let stream = try parse(
            "stream", "--task", id, "--workstream", id, "--source", "s", "--kind", "k", "--level", "error", "--tag",
            "t",
            "--event", "update", "--event", "task_updated", "--after-seq", "0", "--json", as: StreamCommand.self)
        #expect(stream.afterSeq == 0 && stream.json)
        let query = try await stream.query(MonitorClient(server: .standard))
        #expect(Set(query.items.map(\.name)).union(["after_seq"]) == StreamFilter.parameters)
    }

    // MARK: Mistakes

    @Test(arguments: [
        (["task", "update", "x"], "Say what to change"), (["workstream", "update", "x"], "Say what to change"),
        (["task", "update", "x", "--hide", "--unhide"], "not both"), (["task", "create", "x"], "--workstream"),
        (["task", "list", "--status", "actve"], "'active', 'blocked', 'done'"),
        (["task", "list", "--stauts", "active"], "Did you mean '--status'?"),
        (["update", "manual", "--task", "x", "--message", "m", "--data", "{a}"], "this is no JSON"),
        (["task", "create", "x", "--workstream", "y", "--metadata", "[]"], "must be a JSON object"),
        (["update", "list", "--limit", "0"], "1 to 200"), (["update", "list", "--since", "yesterday"], "2h, 3d"),
        (["update", "list", "--after-seq", "-1"], "--after-seq"), (["stream", "--event", "updates"], "task_updated"),
        (["--server", "ftp://x", "task", "list"], "http://127.0.0.1:3000"),
    ])
    func `a mistake is told with what would be right`(arguments: [String], hint: String) throws {
        let error = #expect(throws: (any Error).self) { try MonitorCLI.parseAsRoot(arguments) }
        let shown = try #require(error)
        #expect(MonitorCLI.exitCode(for: shown).rawValue == ExitStatus.usage.rawValue)
        #expect(MonitorCLI.fullMessage(for: shown).contains(hint))
    }
}
