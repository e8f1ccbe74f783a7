import Hummingbird
import MonitorCore
import MonitorSources

/// Posting updates: one, many, or a source's delivery for a task that the caller names.
struct IngestRoutes {
    let store: any JournalStore
    let policy: DeliveryPolicy

    func register(on router: some RouterMethods<ServerContext>) {
        router.post("/api/updates", use: post)
        router.post("/api/updates/manual", use: postManual)
        router.post("/api/updates/batch", use: postBatch)
        router.post("/api/updates/claude-hook", use: postClaudeHook)
        router.post("/api/updates/github-webhook", use: postGitHubWebhook)
    }

    @Sendable private func post(_ request: Request, _ context: ServerContext) async throws -> Response {
        try await store(UpdateDraft(body: try await request.json()), request, context)
    }

    @Sendable private func postManual(_ request: Request, _ context: ServerContext) async throws -> Response {
        try await store(UpdateDraft(manualBody: try await request.json()), request, context)
    }

    private func store(_ draft: UpdateDraft, _ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        var draft = draft
        draft = policy.sanitized(draft)
        draft.idempotencyKey = try request.idempotencyKey()
        if let name = context.principal?.name { draft.content.author = name }
        return try Response(try await store.append([draft])[0])
    }

    @Sendable private func postBatch(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let batch = try UpdateBatch(
            body: try await request.json(upTo: Limits.batchBodyBytes), idempotencyKey: try request.idempotencyKey(),
            author: context.principal?.name)
        let outcomes = try await store.append(batch.drafts.map(policy.sanitized))
        return Response(json: batch.json(outcomes))
    }

    @Sendable private func postClaudeHook(_ request: Request, _ context: ServerContext) async throws -> Response {
        try await recordWrapped(by: "claude-code", request, context)
    }

    @Sendable private func postGitHubWebhook(_ request: Request, _ context: ServerContext) async throws -> Response {
        try await recordWrapped(by: "github", request, context)
    }

    private func recordWrapped(by source: String, _ request: Request, _ context: ServerContext) async throws
        -> Response
    {
        _ = try request.query()
        let wrapped = try WrappedDelivery(body: try await request.json(), source: source)
        var delivery = try wrapped.sourceDelivery(sanitize: policy.sanitized)
        delivery.idempotencyKey = try request.idempotencyKey()
        if let name = context.principal?.name { delivery.event.content.author = name }
        return try Response(try await store.record([delivery])[0])
    }
}
