import Hummingbird
import MonitorCore

/// Reading and purging `/api/updates`.
struct UpdateRoutes {
    let store: any JournalStore

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/api/updates", use: list)
        router.get("/api/updates/:id", use: show)
        router.delete("/api/updates/:id", use: delete)
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        let filter = try UpdateFilter(try request.query(known: UpdateFilter.parameters))
        return Response(json: try await store.updates(filter).json(\.json))
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        guard let update = try await store.update(try context.parameters.updateReference()) else {
            throw APIError.notFound("update \(try context.parameters.require("id").prefix(100))")
        }
        return Response(json: update.json)
    }

    @Sendable private func delete(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        try await store.deleteUpdate(try context.parameters.updateReference())
        return Response(status: .noContent)
    }
}
