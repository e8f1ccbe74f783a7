import Hummingbird
import MonitorCore

/// `/api/workstreams`.
struct WorkstreamRoutes {
    let store: any JournalStore

    func register(on router: some RouterMethods<ServerContext>) {
        router.post("/api/workstreams", use: create)
        router.get("/api/workstreams", use: list)
        router.get("/api/workstreams/:id", use: show)
        router.patch("/api/workstreams/:id", use: update)
    }

    @Sendable private func create(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let draft = try WorkstreamDraft(body: try await request.json())
        return Response(.created, json: try await store.createWorkstream(draft).json)
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        let query = try request.query(known: ["include_archived"])
        let rows = try await store.workstreams(includeArchived: try query.bool("include_archived") ?? false)
        return Response(json: Page(items: rows, total: rows.count).json(\.json))
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let id: WorkstreamID = try context.parameters.id()
        guard let row = try await store.workstream(id) else { throw APIError.notFound("workstream \(id)") }
        return Response(json: row.json)
    }

    @Sendable private func update(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let id: WorkstreamID = try context.parameters.id()
        let patch = try WorkstreamPatch(body: try await request.json())
        return Response(json: try await store.updateWorkstream(id, patch).json)
    }
}
