import Hummingbird
import MonitorCore

/// Whether the process runs, and whether it can store.
struct HealthRoutes {
    let store: any JournalStore

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/health") { _, _ in Response(json: Array(#"{"status":"ok"}"#.utf8)) }
        router.get("/ready", use: ready)
    }

    @Sendable private func ready(_ request: Request, _ context: ServerContext) async throws -> Response {
        try await store.checkReadiness()
        return Response(json: Array(#"{"status":"ready"}"#.utf8))
    }
}
