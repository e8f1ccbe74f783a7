import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import MonitorCore
import MonitorLive
import MonitorTesting
import NIOCore

@testable import MonitorServer

/// The real pipeline over a real store in a folder of its own, and a client for it.
struct TestServer: Sendable {
    let client: any TestClientProtocol
    let store: any JournalEngine
    let hub: LiveHub
    let sessions: BrowserSessions
    let clock: ManualClock
    let folder: TemporaryFolder
    let log: LogCapture
}

/// Runs `body` on a server that exists for it alone; the one place that builds the pipeline.
func withTestServer<Result: Sendable>(
    _ setup: TestingSetup = .router, trust: TrustPolicy = TrustPolicy(),
    deliveries: DeliveryPolicy = DeliveryPolicy(), limits: ConnectionDeadlines.Limits = .init(),
    _ body: @Sendable (TestServer) async throws -> Result
) async throws -> Result {
    try await slots.with { try await runTestServer(setup, trust: trust, deliveries: deliveries, limits: limits, body) }
}

private let slots = Slots(8)

private func runTestServer<Result: Sendable>(
    _ setup: TestingSetup, trust: TrustPolicy, deliveries: DeliveryPolicy, limits: ConnectionDeadlines.Limits,
    _ body: @Sendable (TestServer) async throws -> Result
) async throws -> Result {
    let folder = try TemporaryFolder()
    let clock = ManualClock()
    let hub = LiveHub()
    let store = try await StoreCase.underTest.open(
        in: folder, clock: clock.wallClock, publishing: hub.publish, beginning: hub.begin)
    defer { store.close() }
    let log = LogCapture()
    let pipeline = Pipeline(
        store: store, hub: hub, trust: trust, deliveries: deliveries, clock: clock.wallClock)
    let application = Application(
        router: try pipeline.router(),
        server: .http1(configuration: .init(additionalChannelHandlers: [ConnectionGuard(limits: limits)])),
        logger: log.logger)
    return try await application.test(setup) { client in
        try await body(
            TestServer(
                client: client, store: store, hub: hub, sessions: pipeline.sessions, clock: clock, folder: folder,
                log: log))
    }
}

extension TestServer {
    func send(
        _ method: HTTPRequest.Method, _ uri: String, headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> Answer {
        Answer(
            try await client.execute(
                uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }))
    }

    func get(_ uri: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, uri, headers: headers)
    }

    func delete(_ uri: String) async throws -> Answer { try await send(.delete, uri) }

    func post(_ uri: String, _ json: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.post, uri, headers: headers.withJSON, body: Array(json.utf8))
    }

    func patch(_ uri: String, _ json: String) async throws -> Answer {
        try await send(.patch, uri, headers: HTTPFields().withJSON, body: Array(json.utf8))
    }
}

extension HTTPFields {
    fileprivate var withJSON: HTTPFields {
        var fields = self
        if fields[.contentType] == nil { fields[.contentType] = "application/json" }
        return fields
    }
}
