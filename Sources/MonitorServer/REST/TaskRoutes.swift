import Hummingbird
import MonitorCore

/// `/api/tasks`.
struct TaskRoutes {
    let store: any JournalStore

    func register(on router: some RouterMethods<ServerContext>) {
        router.post("/api/tasks", use: create)
        router.get("/api/tasks", use: list)
        router.get("/api/tasks/:id", use: show)
        router.patch("/api/tasks/:id", use: update)
        router.delete("/api/tasks/:id", use: delete)
    }

    @Sendable private func create(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let draft = try TaskDraft(body: try await request.json())
        return Response(.created, json: try await store.createTask(draft).json)
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        let filter = try TaskFilter(try request.query(known: TaskFilter.parameters))
        return Response(json: try await store.tasks(filter).json(\.json))
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let id: TaskID = try context.parameters.id()
        guard let row = try await store.task(id) else { throw APIError.notFound("task \(id)") }
        return Response(json: row.json)
    }

    @Sendable private func update(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let id: TaskID = try context.parameters.id()
        let patch = try TaskPatch(body: try await request.json())
        return Response(json: try await store.updateTask(id, patch).json)
    }

    @Sendable private func delete(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        try await store.deleteTask(try context.parameters.id())
        return Response(status: .noContent)
    }
}
