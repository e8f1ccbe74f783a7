import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// The real command against a real server.
@Suite struct CommandTests {
    @Test func `a task is named by its id, the beginning of it, or its exact name`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let cli = try CommandLineClient(server: server.address)
            let id = board.task.description
            // The workstream and the task were made in the same moments, and only tasks are looked at.
            for reference in [id, id.uppercased(), String(id.prefix(20)), "Board task"] {
                let result = try await cli.run("task", "show", reference)
                #expect(result.exit == .status(0), "\(reference): \(result.errors)")
                #expect(result.json?["id"]?.string == id)
            }
            let named = try await cli.run("task", "create", "Second", "--workstream", "Board")
            #expect(named.json?["workstream_id"]?.string == board.workstream.description)
            let unknown = try await cli.run("task", "show", "Board tusk")
            #expect(unknown.exit == .status(2))
            #expect(unknown.output.isEmpty)
            #expect(unknown.errors.contains(id), "the task that was meant is not offered: \(unknown.errors)")
        }
    }

    @Test func `an ambiguous name changes nothing`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let client = server.client()
            let twin = try await client.createTask(TaskDraft(workstreamID: board.workstream, name: "Board task"))
            let cli = try CommandLineClient(server: server.address)
            let result = try await cli.run("task", "update", "Board task", "--status", "done")
            #expect(result.exit == .status(2))
            #expect(result.errors.contains(board.task.description))
            #expect(result.errors.contains(try #require(twin["id"]?.string)))
            #expect(try await client.tasks().items("status") == ["active", "active"])
        }
    }

    @Test(arguments: [
        (["tsk", "list"], "task"), (["workstream", "lst"], "list"), (["task", "list", "--statsu", "done"], "--status"),
        (["task", "list", "--status", "dnoe"], "done"),
    ])
    func `a typing error is exit status 64 with what was probably meant`(
        arguments: [String], suggestion: String
    ) async throws {
        let cli = try CommandLineClient(server: ServerAddress(host: "127.0.0.1", port: 1))
        let result = try await cli.run(arguments)
        #expect(result.exit == .status(64))
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(suggestion), "\(result.errors)")
    }

    @Test func `a server that is down is said in words, with exit status 3`() async throws {
        let folder = try TemporaryFolder()
        let server = try await ServerProcess(in: folder)
        try await server.stop()
        let cli = try CommandLineClient(server: server.address)
        let result = try await cli.run("workstream", "list")
        #expect(result.exit == .status(3))
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(server.address.description))
        #expect(result.errors.contains("monitor-server"), "it does not say what to do: \(result.errors)")
    }

    @Test func `a refusal is told by the server's words, with exit status 1`() async throws {
        try await withServer(environment: ["MONITOR_API_TOKENS": "good"]) { server in
            let cli = try CommandLineClient(server: server.address, environment: ["MONITOR_TOKEN": "bad"])
            let refused = try await cli.run("workstream", "create", "a")
            #expect(refused.exit == .status(1))
            #expect(refused.output.isEmpty)
            let granted = try await cli.run("--token", "good", "workstream", "create", "a")
            #expect(granted.exit == .status(0), "\(granted.errors)")
        }
    }

    @Test func `quiet prints nothing at all and keeps the exit status`() async throws {
        try await withServer { server in
            let cli = try CommandLineClient(server: server.address)
            let cases: [([String], Int32)] = [
                (["workstream", "create", "a"], 0), (["workstream", "list"], 0), (["task", "show", "nobody"], 2),
                (["task", "update", "\(TaskID.make())", "--status", "done"], 2), (["task", "lst"], 64),
                (["--server", "http://127.0.0.1:1", "workstream", "list"], 3),
            ]
            for (arguments, status) in cases {
                for flag in ["--quiet", "--silent"] {
                    for line in [[flag] + arguments, arguments + [flag]] {
                        let result = try await cli.run(line)
                        #expect(result.exit == .status(status), "\(line)")
                        #expect(result.output.isEmpty && result.errors.isEmpty, "\(line): \(result.errors)")
                    }
                }
            }
            #expect(try await server.client().workstreams()["total"]?.int == 4)
        }
    }

    @Test func `what others wrote never reaches a terminal as a control character`() async throws {
        let hostile = "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}red\u{7F}\u{8}\r\u{2066}"
        try await withServer { server in
            let board = try await Board(on: server, name: hostile)
            _ = try await server.client().postManual(board.draft(hostile, kind: hostile, tags: [hostile]))
            let cli = try CommandLineClient(server: server.address)
            let streams = try ["--json", nil].map { flag in
                try cli.start(["stream", "--after-seq", "0"] + [flag].compactMap(\.self))
            }
            for stream in streams {
                let last = try await stream.output.first(within: ServerProcess.patience, "the update") { line in
                    line.contains("manual") ? line : nil
                }
                #expect(last != nil)
                stream.process.send(SIGINT)
            }
            var outputs = streams.map { $0.output.text + $0.errors.text }
            let lists = [["workstream", "list"], ["task", "list"], ["update", "list"]]
            for arguments in lists + [["task", "show", hostile + " task"]] {
                let result = try await cli.run(arguments)
                outputs.append(result.text + result.errors)
            }
            #expect(try await cli.run("workstream", "list").json?.items("name") == [hostile])
            for output in outputs {
                let isSafe = !output.unicodeScalars.contains(where: CommandTests.drivesTerminal)
                #expect(isSafe, "\(output.debugDescription)")
                #expect(output.contains("owned"))
            }
        }
    }

    private static func drivesTerminal(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" || scalar == "\t" { return false }
        return scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
    }
}
