import Hummingbird
import MonitorCore
import MonitorWeb

/// What the pages' forms post to; each does what the API does and answers with where to go on.
struct FormRoutes {
    let store: any JournalStore
    let deliveries: DeliveryPolicy
    let templates: TemplateLibrary

    func register(on router: some RouterMethods<ServerContext>) {
        router.post("/workstreams", use: createWorkstream)
        router.post("/workstreams/:id", use: changeWorkstream)
        router.post("/tasks", use: createTask)
        router.post("/tasks/:id", use: changeTask)
        router.get("/tasks/:id/delete", use: confirmDeletion)
        router.post("/tasks/:id/delete", use: deleteTask)
        router.post("/tasks/:id/updates", use: addUpdate)
    }

    @Sendable private func createWorkstream(_ request: Request, _ context: ServerContext) async throws -> Response {
        let form = try await request.form()
        let workstream = try await store.createWorkstream(WorkstreamDraft(body: form.json()))
        return Response(seeOther: form.returnTo, orElse: "/workstreams/\(workstream.id)")
    }

    @Sendable private func changeWorkstream(_ request: Request, _ context: ServerContext) async throws -> Response {
        let id: WorkstreamID = try context.parameters.id()
        let form = try await request.form()
        let patch = try WorkstreamPatch(body: form.json(["metadata": .json]))
        _ = try await store.updateWorkstream(id, patch)
        return Response(seeOther: form.returnTo, orElse: "/workstreams/\(id)")
    }

    @Sendable private func createTask(_ request: Request, _ context: ServerContext) async throws -> Response {
        let form = try await request.form()
        let task = try await store.createTask(TaskDraft(body: form.json()))
        return Response(seeOther: form.returnTo, orElse: "/tasks/\(task.id)")
    }

    @Sendable private func changeTask(_ request: Request, _ context: ServerContext) async throws -> Response {
        let id: TaskID = try context.parameters.id()
        let form = try await request.form()
        let patch = try TaskPatch(
            body: form.json([
                "summary_text": .clearable, "hidden": .flag, "attention": .clearable, "metadata": .json,
            ]))
        _ = try await store.updateTask(id, patch)
        return Response(seeOther: form.returnTo, orElse: "/tasks/\(id)")
    }

    @Sendable private func confirmDeletion(_ request: Request, _ context: ServerContext) async throws -> Response {
        let page = DeletionPage(store: store, templates: templates)
        return Response(html: try await page.render(context.parameters.id()))
    }

    @Sendable private func deleteTask(_ request: Request, _ context: ServerContext) async throws -> Response {
        let id: TaskID = try context.parameters.id()
        let form = try await request.form()
        try await store.deleteTask(id)
        return Response(seeOther: form.returnTo, orElse: "/dashboard")
    }

    @Sendable private func addUpdate(_ request: Request, _ context: ServerContext) async throws -> Response {
        let id: TaskID = try context.parameters.id()
        let form = try await request.form()
        let body = try form.json(["level": .optional, "kind": .optional, "tags": .list])
        var draft = try UpdateDraft(formBody: body, to: id)
        draft.content.author = context.principal?.name
        if case .rejected(let error) = try await store.append([deliveries.sanitized(draft)])[0] { throw error }
        return Response(seeOther: form.returnTo, orElse: "/tasks/\(id)")
    }
}
