import MonitorClient
import MonitorCore
import Synchronization
import Testing

@Suite struct HookTests {
    private let folder: TemporaryFolder
    private let starts = Log<String>()

    init() throws { folder = try TemporaryFolder() }

    private var spool: Spool { Spool(folder: "\(folder.path)/state/monitor/spool") }

    /// A budget that a busy machine does not use up, unless the test is about it.
    private func run(
        _ server: String, _ variables: [String: String] = [:], _ options: String..., budget: Duration = .seconds(20)
    ) throws -> HookRun {
        let starts = starts
        var environment = ["HOME": folder.path, "XDG_STATE_HOME": "\(folder.path)/state", "MONITOR_SERVER": server]
        environment.merge(variables) { $1 }
        return HookRun(
            try #require(HookArguments(["hook", "claude-code"] + options)), environment: Environment(environment),
            workingFolder: "\(folder.path)/work", host: "box", budget: budget
        ) { starts.append("\($0?.server.description ?? "none") \($0?.token ?? "-")") }
    }

    private func handOver(_ body: String, to server: SourceServer, _ variables: [String: String] = [:]) throws
        -> Hook.Outcome
    {
        try run("\(server.address)", variables).handOver(Array(body.utf8), of: "claude-code")
    }

    private func repository(_ name: String) throws {
        try folder.write("ref: refs/heads/main\n", to: "\(name)/.git/HEAD")
        try folder.write("[remote \"origin\"]\nurl = git@h:ada/\(name).git\n", to: "\(name)/.git/config")
    }

    @Test func `an event is delivered with where it comes from`() throws {
        let server = try SourceServer()
        try repository("wörk%1")
        let body = "{\"tool\":{\"cwd\":\"/no\"},\"a\":\"\\\"cwd\\\":\",\"cwd\" : \"\(folder.path)\\/w\\u00f6rk%1\"}"
        #expect(try handOver(body, to: server, ["MONITOR_TOKEN": "secret"]) == .delivered)
        let request = try #require(server.requests.first)
        #expect(request.head.hasPrefix("POST /api/sources/claude-code HTTP/1.1\r\n") && request.body == body)
        #expect(request.header("X-Monitor-Repo") == "ada/w%C3%B6rk%251")
        #expect(request.header("X-Monitor-Branch") == "main" && request.header("X-Monitor-Host") == "box")
        #expect(request.header("X-Monitor-Worktree") == "\(folder.path)/w%C3%B6rk%251")
        #expect(request.header("Authorization") == "Bearer secret")
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("Idempotency-Key")?.utf8.count == 36 && request.header("X-Monitor-Time") == nil)
        #expect(spool.isEmpty && starts.all.isEmpty && folder.names("state").isEmpty)
    }

    @Test(arguments: [
        ("{\"workspace_roots\":[\"%/roots\",\"/no\"]}", "roots"), ("{\"workspace_roots\":[],\"cwd\":\"%/cwd\"}", "cwd"),
        ("{\"workspace_roots\":[\"%/roots\"],\"cwd\":\"%/cwd\"}", "cwd"), ("{\"cwd\":7}", "project"),
        ("no JSON", "project"),
        ("{\"cwd\":\"relative\"}", "project"), ("{\"cwd", "project"), ("{\"x\":\"cwd\",\"y\":\"%/cwd\"}", "project"),
        ("{\"cwd\":\"\\", "project"), ("[\"cwd\",\"%/cwd\"]", "project"),
    ])
    func `the folder is the event's own, else the agent's`(body: String, repository: String) throws {
        let server = try SourceServer()
        for name in ["roots", "cwd", "project"] { try self.repository(name) }
        _ = try handOver(
            body.replacing("%", with: folder.path), to: server, ["CLAUDE_PROJECT_DIR": "\(folder.path)/project"])
        #expect(server.requests.first?.header("X-Monitor-Repo") == "ada/\(repository)")
    }

    @Test func `outside of a repository only the host is told`() throws {
        let server = try SourceServer()
        #expect(try handOver("{}", to: server) == .delivered)
        #expect(server.requests.first?.header("X-Monitor-Repo") == nil)
        #expect(server.requests.first?.header("X-Monitor-Host") == "box")
    }

    @Test func `task and workstream become parameters`() throws {
        let server = try SourceServer()
        let address = "\(server.address)"
        _ = try run(address, ["MONITOR_TASK": "t 1"]).handOver([0x7B, 0x7D], of: "a/b")
        _ = try run(address, ["MONITOR_TASK": "t"], "--task", "u", "--workstream", "w").handOver([0x7B, 0x7D], of: "x")
        #expect(server.requests.first?.head.hasPrefix("POST /api/sources/a%2Fb?task_id=t%201 HTTP/1.1\r\n") == true)
        #expect(server.requests.last?.head.hasPrefix("POST /api/sources/x?task_id=u&workstream_id=w ") == true)
    }

    @Test(arguments: [401, 403, 408, 429, 500, 503])
    func `what the server does not take now is kept under the same key`(status: Int) throws {
        let server = try SourceServer { _ in status }
        #expect(try handOver("{\"a\":1}", to: server) == .spooled)
        let kept = try #require(spool.queue().first.flatMap { spool.read($0) })
        #expect(kept.key == server.requests.first?.header("Idempotency-Key"))
        #expect(kept.body == Array("{\"a\":1}".utf8) && kept.server == server.address)
        #expect(abs(kept.time.microseconds - Timestamp.now.microseconds) < 60_000_000)
        #expect(starts.all == ["\(server.address) -"])
    }

    @Test(arguments: [400, 404, 413])
    func `what the server will never take is done and counted`(status: Int) throws {
        let server = try SourceServer { _ in status }
        #expect(try handOver("garbage", to: server) == .rejected)
        #expect(spool.isEmpty && spool.count(of: .rejected) == 1 && starts.all.isEmpty)
    }

    @Test func `a server that is away costs nothing but the file`() throws {
        let port = try LoopbackServer.unusedPort()
        let run = try run("http://127.0.0.1:\(port)", ["MONITOR_TOKEN": "t"])
        for _ in 0..<3 { #expect(run.handOver([1], of: "x") == .spooled) }
        #expect(spool.queue().count == 3)
        // The second and the third see that a start is under way.
        #expect(starts.all == ["http://127.0.0.1:\(port) t"])
    }

    @Test func `a server that hangs costs no more than the budget`() throws {
        let server = try SourceServer { _ in nil }
        let run = try run("\(server.address)", budget: .milliseconds(50))
        let start = ContinuousClock.now
        #expect(run.handOver(Array("{}".utf8), of: "x") == .spooled)
        // Without an end of its own, the test's server would hold it for ever.
        #expect(start.duration(to: .now) >= .milliseconds(50) && start.duration(to: .now) < .seconds(10))
        #expect(spool.queue().count == 1)
    }

    @Test func `while something waits for the server an event is only appended`() throws {
        let server = try SourceServer()
        _ = try spool.append(.sample("first", server: server.address))
        #expect(try handOver("second", to: server) == .spooled)
        #expect(server.requests.isEmpty)
        #expect(spool.queue().compactMap { spool.read($0)?.body } == [Array("first".utf8), Array("second".utf8)])
    }

    @Test func `what waits for another server holds up nothing`() throws {
        let server = try SourceServer()
        _ = try spool.append(.sample("first", server: ServerAddress(host: "127.0.0.1", port: 9)))
        #expect(try handOver("second", to: server) == .delivered)
    }

    @Test(arguments: ["https://127.0.0.1:1", "http://monitor.example.org", "not a server"])
    func `what cannot be tried in time is kept for the flusher`(server: String) throws {
        #expect(try run(server).handOver([1], of: "x") == .spooled)
        #expect(spool.queue().count == 1 && starts.all.count == 1)
    }

    @Test func `a login file that is broken keeps the event`() throws {
        try folder.write("{", to: ".config/monitor/config.json")
        #expect(try run("").handOver([1], of: "x") == .spooled)
        #expect(spool.queue().first.flatMap { spool.read($0) }?.server == nil)
    }

    @Test func `without any place for the spool it is lost, and that is all`() throws {
        try folder.write("a file where the folder should be", to: "state")
        let port = try LoopbackServer.unusedPort()
        #expect(try run("http://127.0.0.1:\(port)").handOver([1], of: "x") == .lost)
    }

    @Test func `a full spool loses the new one and counts it`() throws {
        let port = try LoopbackServer.unusedPort()
        let run = try run("http://127.0.0.1:\(port)", ["MONITOR_SPOOL_LIMIT": "10"])
        #expect(run.handOver([1], of: "x") == .lost)
        #expect(spool.count(of: .refused) == 1 && spool.isEmpty)
    }

    @Test func `an event too large for the server is counted and not cut`() throws {
        let server = try SourceServer()
        let pipe = try InputPipe(bytes: Hook.bodyLimit + 1)
        #expect(try run("\(server.address)").run(reading: pipe.reader) == nil)
        #expect(server.requests.isEmpty && spool.isEmpty && spool.count(of: .refused) == 1)
    }

    @Test func `standard input is read to its end`() throws {
        let server = try SourceServer()
        let pipe = try InputPipe(bytes: 300_000)
        #expect(try run("\(server.address)").run(reading: pipe.reader) == nil)
        #expect(server.bodies.map(\.utf8.count) == [300_000])
    }

    @Test func `nothing on standard input is nothing to send`() throws {
        let server = try SourceServer()
        #expect(try run("\(server.address)").run(reading: InputPipe(bytes: 0).reader) == nil)
        #expect(server.requests.isEmpty && spool.isEmpty)
    }

    @Test func `an agent that never closes the pipe is not waited for`() throws {
        let server = try SourceServer()
        let pipe = try InputPipe(bytes: 2, staysOpen: true)
        #expect(try run("\(server.address)").run(reading: pipe.reader) == nil)
        #expect(server.bodies == ["xx"])
    }

    @Test func `the last argument is sent as it is, and standard input is left alone`() throws {
        let server = try SourceServer()
        let pipe = try InputPipe(bytes: 2, staysOpen: true)
        #expect(try run("\(server.address)", [:], "{\"type\":\"x\"}").run(reading: pipe.reader) == nil)
        #expect(server.bodies == ["{\"type\":\"x\"}"])
    }
}
