import MonitorClient
import MonitorCore
import Synchronization
import Testing

@Suite struct SpoolFlusherTests {
    private let folder: TemporaryFolder
    private let spool: Spool

    init() throws {
        folder = try TemporaryFolder()
        spool = Spool(folder: "\(folder.path)/spool")
    }

    private func flusher(
        _ own: Settings?, login: LoginFile? = nil, patience: Duration = .zero,
        sleep: @escaping SpoolFlusher.Sleep = { _ in }
    ) -> SpoolFlusher {
        SpoolFlusher(spool, clients: FlushClients(own: own, login: login), patience: patience, sleep: sleep)
    }

    private func settings(_ server: SourceServer, token: String? = nil) -> Settings {
        Settings(server: server.address, token: token)
    }

    @Test func `all go out in order, each with its key and its time`() async throws {
        let server = try SourceServer()
        let deliveries = (0..<5).map {
            HookDelivery.sample("{\"n\":\($0)}", time: Int64(1_000_000 + $0), server: server.address)
        }
        for delivery in deliveries { _ = try spool.append(delivery) }
        let report = try await flusher(settings(server, token: "secret")).run()
        #expect(report.sent == 5 && report.problem == nil && spool.isEmpty)
        #expect(server.bodies == (0..<5).map { "{\"n\":\($0)}" })
        #expect(server.requests.map { $0.header("Idempotency-Key") } == deliveries.map(\.key))
        #expect(server.requests.map { $0.header("X-Monitor-Time") } == deliveries.map(\.time.description))
        let first = try #require(server.requests.first)
        #expect(first.head.hasPrefix("POST /api/sources/claude-code?task_id=a%20b HTTP/1.1\r\n"))
        #expect(first.header("Authorization") == "Bearer secret" && first.header("X-Monitor-Repo") == "ada/engine")
        #expect(first.header("Content-Type") == "application/json")
    }

    @Test(arguments: [401, 403, 408, 429, 500, 503, 302])
    func `an answer that may change holds up the rest`(status: Int) async throws {
        let server = try SourceServer { $0 == 1 ? status : 200 }
        for index in 0..<4 { _ = try spool.append(.sample("\(index)", server: server.address)) }
        let report = try await flusher(settings(server)).run()
        #expect(report.sent == 1 && report.problem != nil && spool.queue().count == 3)
        let second = try await flusher(settings(server)).run()
        #expect(second.sent == 3 && server.bodies == ["0", "1", "1", "2", "3"])
        #expect(server.requests[1].header("Idempotency-Key") == server.requests[2].header("Idempotency-Key"))
    }

    @Test(arguments: [400, 404, 413, 422])
    func `what the server will never take is dropped and counted`(status: Int) async throws {
        let server = try SourceServer { $0 == 0 ? status : 201 }
        for index in 0..<2 { _ = try spool.append(.sample("\(index)", server: server.address)) }
        let report = try await flusher(settings(server)).run()
        #expect(report.sent == 1 && report.rejected == 1 && spool.isEmpty && spool.count(of: .rejected) == 1)
    }

    @Test func `a damaged file does not hold up the rest`() async throws {
        let server = try SourceServer()
        try folder.write("nonsense", to: "spool/queue/00000000000000000001-00000000-00000000")
        _ = try spool.append(.sample("good", server: server.address))
        let report = try await flusher(settings(server)).run()
        #expect(report.sent == 1 && report.damaged == 1 && server.bodies == ["good"])
    }

    @Test func `a server that is away holds up its own deliveries only`() async throws {
        let server = try SourceServer()
        let away = ServerAddress(host: "127.0.0.1", port: try LoopbackServer.unusedPort())
        for (body, address) in [("a", away), ("b", server.address), ("c", away), ("d", server.address)] {
            _ = try spool.append(.sample(body, server: address))
        }
        let report = try await flusher(settings(server)).run()
        #expect(report.sent == 2 && server.bodies == ["b", "d"] && spool.queue().count == 2)
        guard case .unreachable = report.problem else {
            Issue.record("no problem")
            return
        }
    }

    @Test func `every server gets its own token and no other`() async throws {
        let own = try SourceServer()
        let login = try SourceServer()
        let other = try SourceServer()
        for server in [own, login, other] { _ = try spool.append(.sample("x", server: server.address)) }
        _ = try await flusher(
            settings(own, token: "own"), login: LoginFile(server: login.address, token: "login")
        ).run()
        #expect(own.requests.first?.header("Authorization") == "Bearer own")
        #expect(login.requests.first?.header("Authorization") == "Bearer login")
        #expect(other.requests.count == 1 && other.requests.first?.header("Authorization") == nil)
    }

    @Test func `a delivery without a server goes to the one of the settings`() async throws {
        let server = try SourceServer()
        _ = try spool.append(.sample("x", server: nil))
        let helpless = try await flusher(nil).run()
        #expect(helpless.sent == 0 && spool.queue().count == 1)
        let report = try await flusher(settings(server)).run()
        #expect(report.sent == 1 && server.bodies == ["x"])
    }

    @Test func `with patience it waits until the server has recovered`() async throws {
        let server = try SourceServer { $0 < 3 ? 503 : 200 }
        _ = try spool.append(.sample("x", server: server.address))
        let sleeps = Log<Duration>()
        let report = try await flusher(settings(server), patience: .seconds(60), sleep: { sleeps.append($0) }).run()
        // On a machine that is held up a try may end without an answer, too.
        #expect(report.sent == 1 && sleeps.all.count >= 3 && server.requests.count >= 4)
    }

    @Test func `what comes while it sends goes out too`() async throws {
        let spool = spool
        let address = Mutex<ServerAddress?>(nil)
        let server = try SourceServer { number in
            if number < 3 { _ = try? spool.append(.sample("\(number + 1)", server: address.withLock { $0 })) }
            return 200
        }
        address.withLock { $0 = server.address }
        _ = try spool.append(.sample("0", server: server.address))
        let report = try await flusher(settings(server)).run()
        #expect(report.sent == 4 && server.bodies == ["0", "1", "2", "3"] && spool.isEmpty)
    }

    @Test func `only one sends at a time`() async throws {
        let spool = spool
        let second = Log<FlushReport>()
        let others = FlushClients(own: nil, login: nil)
        _ = try spool.append(.sample("x", server: ServerAddress(host: "127.0.0.1", port: LoopbackServer.unusedPort())))
        let first = flusher(nil, patience: .seconds(600)) { _ in
            #expect(spool.hasFlusher)
            second.append(try await SpoolFlusher(spool, clients: others).run(lockWait: .zero))
            throw CancellationError()
        }
        await #expect(throws: CancellationError.self) { _ = try await first.run() }
        #expect(second.all.map(\.isElsewhere) == [true] && !spool.hasFlusher && spool.queue().count == 1)
    }
}

@Suite struct FlushPatienceTests {
    private let start = ContinuousClock.now
    private var random = SystemRandomNumberGenerator()

    @Test mutating func `it waits longer and longer, two seconds at most, and for a minute in all`() {
        var patience = FlushPatience(.seconds(60), from: start)
        var now = start
        var delays: [Duration] = []
        while case .again(let delay) = patience.step(
            after: .unreachable(""), madeProgress: false, isEmpty: false, at: now, using: &random)
        {
            delays.append(delay)
            now += delay
        }
        #expect(delays.allSatisfy { $0 > .zero && $0 <= .seconds(2) })
        #expect(delays.prefix(1).allSatisfy { $0 <= .milliseconds(250) })
        #expect(start.duration(to: now) >= .seconds(60) && start.duration(to: now) < .seconds(63))
    }

    @Test mutating func `progress gives it a minute more`() {
        var patience = FlushPatience(.seconds(60), from: start)
        let later = start + .seconds(100)
        let step = patience.step(
            after: .unreachable(""), madeProgress: true, isEmpty: false, at: later, using: &random)
        #expect(step != .stop)
        let end = patience.step(
            after: .unreachable(""), madeProgress: false, isEmpty: false, at: later + .seconds(61), using: &random)
        #expect(end == .stop)
    }

    @Test(arguments: [FlushProblem.refused(""), .local("")])
    mutating func `it does not wait for what only a person can change`(problem: FlushProblem) {
        var patience = FlushPatience(.seconds(60), from: start)
        let step = patience.step(after: problem, madeProgress: true, isEmpty: false, at: start, using: &random)
        #expect(step == .stop)
    }

    @Test mutating func `it stops when nothing is left and looks again at once when something is`() {
        var patience = FlushPatience(.zero, from: start)
        for (isEmpty, expected) in [(true, FlushPatience.Step.stop), (false, .again(after: .zero))] {
            let step = patience.step(after: nil, madeProgress: true, isEmpty: isEmpty, at: start, using: &random)
            #expect(step == expected)
        }
    }
}

@Suite struct FlusherStartTests {
    @Test(
        arguments: [
            (false, nil, true), (true, nil, false), (false, .seconds(1), false), (false, .seconds(6), true),
            (true, .seconds(6), false), (false, .seconds(-25), false), (false, .seconds(-3600), true),
        ] as [(Bool, Duration?, Bool)])
    func `one is started when none runs and none has just been started`(
        hasFlusher: Bool, stampAge: Duration?, isDue: Bool
    ) {
        #expect(FlusherStart.isDue(hasFlusher: hasFlusher, stampAge: stampAge) == isDue)
    }
}

@Suite struct DeliveryVerdictTests {
    @Test(arguments: [
        (200, DeliveryVerdict.stored), (201, .stored), (204, .stored), (400, .never), (404, .never), (413, .never),
        (401, .later), (403, .later), (408, .later), (429, .later), (500, .later), (503, .later), (301, .later),
    ])
    func `a status says what becomes of a delivery`(status: Int, verdict: DeliveryVerdict) {
        #expect(DeliveryVerdict(status: status) == verdict)
    }
}
