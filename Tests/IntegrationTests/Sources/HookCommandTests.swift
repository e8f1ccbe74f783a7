import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// `monitor-cli hook`, as an agent starts it: it never fails, says nothing and loses nothing.
@Suite struct HookCommandTests {
    static func prompt(_ number: Int) -> String {
        #"{"session_id":"s","cwd":"/src/shop","hook_event_name":"UserPromptSubmit","prompt":"Prompt \#(number)."}"#
    }

    @Test func `a delivery is stored before the hook is gone`() async throws {
        try await withServer { server in
            let cli = try CommandLineClient(server: server.address)
            try await expectSilence(cli.run(["hook", "claude-code"], input: Self.prompt(1)))
            #expect(try await server.messages() == ["Prompt 1."])
        }
    }

    @Test(arguments: ["", "garbage", "{", "\u{0}", "[1,2]", #"{"hook_event_name":7}"#])
    func `whatever stands on its input is no error`(_ input: String) async throws {
        try await withServer { server in
            let cli = try CommandLineClient(server: server.address)
            try await expectSilence(cli.run(["hook", "claude-code"], input: input))
        }
    }

    @Test(arguments: [
        [], ["claude-code", "--unknown"], ["nonsense"], ["claude-code", "--server", "nonsense"],
        ["claude-code", "--task", "x"],
    ])
    func `whatever stands on its command line is no error`(_ arguments: [String]) async throws {
        try await withServer { server in
            let cli = try CommandLineClient(server: server.address)
            try await expectSilence(cli.run(["hook"] + arguments, input: Self.prompt(1)))
        }
    }

    @Test func `a token that is not known is no error, and loses nothing`() async throws {
        try await withServer(environment: ["MONITOR_API_TOKENS": "right"]) { server in
            var cli = try CommandLineClient(server: server.address)
            cli.environment["MONITOR_TOKEN"] = "wrong"
            try await expectSilence(cli.run(["hook", "claude-code"], input: Self.prompt(1)))
            #expect(try await cli.run("spool", "status").json?["count"]?.int == 1)
            cli.environment["MONITOR_TOKEN"] = "right"
            let flush = try await cli.run("spool", "flush")
            #expect(flush.exit == .status(0), "\(flush.errors)")
            #expect(try await server.messages(token: "right") == ["Prompt 1."])
        }
    }

    @Test func `what comes while the server is down is sent later, in its order, with its times, once`() async throws {
        let folder = try TemporaryFolder()
        let first = try await ServerProcess(in: folder)
        let port = first.port
        try await first.stop()
        let cli = try CommandLineClient(server: first.address)
        let began = Timestamp.now
        for number in 1...40 {
            try await expectSilence(cli.run(["hook", "claude-code"], input: Self.prompt(number)))
        }
        let ended = Timestamp.now
        let server = try await ServerProcess(in: folder, port: port)
        try await expectSilence(cli.run(["hook", "claude-code"], input: Self.prompt(41)))
        try await eventually(within: .seconds(30), "41 updates") { try await server.messages().count == 41 }
        #expect(try await server.messages() == (1...41).map { "Prompt \($0)." })
        let times = try await server.times()
        #expect(times == times.sorted())
        #expect(times[0] >= began && times[39] <= ended)
        try await eventually(within: .seconds(30), "an empty spool") {
            try await cli.run("spool", "status").json?["count"]?.int == 0
        }
        #expect(try await cli.run("spool", "flush").exit == .status(0))
        #expect(try await server.messages().count == 41)
        try await server.stop()
    }

    private func expectSilence(_ result: CommandProcess.Result) {
        #expect(result.exit == .status(0))
        #expect(result.output.isEmpty)
        #expect(result.errors.isEmpty)
    }
}

extension ServerProcess {
    /// The messages of all updates, oldest first.
    func messages(token: String? = nil) async throws -> [String] {
        try await updates(token).compactMap { $0["message"]?.string }
    }

    func times() async throws -> [Timestamp] {
        try await updates(nil).compactMap { $0["timestamp"]?.string.flatMap { Timestamp(rfc3339: $0) } }
    }

    private func updates(_ token: String?) async throws -> [JSONValue] {
        let answer = try await client(token: token).send(.get, "/api/updates", query: ["limit": "200"])
        return try JSONDocument(parsing: answer.body).value["items"]?.array ?? []
    }
}
