import Hummingbird
import MonitorCore
import MonitorLive

/// `GET /api/status`: what `monitor-cli doctor` asks a server about itself.
struct StatusRoute {
    let store: any JournalStore
    let hub: LiveHub
    let startedAt: Timestamp

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/api/status", use: show)
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        var status = JSONWriter()
        status.member("now", Timestamp.now)
        status.member("started_at", startedAt)
        status.member("head_seq", try await store.bounds().head)
        status.member("database_bytes", try await store.sizeInBytes())
        status.member("streams", hub.subscriberCount)
        return Response(json: status.finish())
    }
}
