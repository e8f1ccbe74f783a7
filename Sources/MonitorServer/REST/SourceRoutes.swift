import HTTPTypes
import Hummingbird
import Logging
import MonitorCore
import MonitorSources
import NIOCore

/// `/api/sources`: deliveries as agents and forges send them.
struct SourceRoutes {
    let store: any JournalStore
    let policy: DeliveryPolicy
    let counts: DeliveryCounts

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/api/sources", use: list)
        router.post("/api/sources/:source", use: post)
    }

    @Sendable private func post(_ request: Request, _ context: ServerContext) async throws -> Response {
        let name = try context.parameters.require("source")
        guard let adapter = SourceRegistry.adapter(named: name) else {
            let known = SourceRegistry.adapters.map(\.name).joined(separator: ", ")
            throw APIError(.notFound, "there is no source '\(name.prefix(100))'; known are \(known)")
        }
        do {
            return try await record(request, from: adapter, context)
        } catch let error as APIError {
            if error.status < 500 { counts.add(name) { $0.refused += 1 } }
            throw error
        }
    }

    private func record(_ request: Request, from adapter: any SourceAdapter, _ context: ServerContext) async throws
        -> Response
    {
        let body = try await request.bytes(upTo: Limits.deliveryBodyBytes)
        try policy.secrets.verify(body, from: adapter.name, headers: request.headers)
        let payload = policy.sanitized(try request.delivery(body))
        var event = try adapter.normalize(Delivery(headers: request.lowercasedHeaders, payload: payload))
        if let name = context.principal?.name { event.content.author = name }
        switch adapter.answer {
        case .silent:
            try await recordSilently(event, DeliveryOptions(leniently: request), context.logger)
            return Response(json: Array("{}".utf8))
        case .update:
            let outcome = try await store(event, DeliveryOptions(strictly: request))
            count(outcome, event.route.agent)
            return try Response(outcome)
        }
    }

    /// Stores what an agent's hook sent; what is wrong with where it should belong is logged, and it goes by its route.
    private func recordSilently(_ event: SourceEvent, _ options: DeliveryOptions, _ logger: Logger) async throws {
        var options = options
        var outcome = try await store(event, options)
        if case .rejected(let error) = outcome, error.code == .notFound {
            logger.warning(
                "delivery names a task or workstream that is not there", metadata: ["error": "\(error.message)"])
            (options.taskID, options.workstreamID) = (nil, nil)
            outcome = try await store(event, options)
        }
        if case .rejected(let error) = outcome, error.status >= 500 { throw error }
        count(outcome, event.route.agent)
    }

    private func store(_ event: SourceEvent, _ options: DeliveryOptions) async throws -> AppendOutcome {
        let delivery = SourceDelivery(
            event: event, taskID: options.taskID, workstreamID: options.workstreamID,
            idempotencyKey: options.idempotencyKey, timestamp: options.timestamp)
        return try await store.record([delivery])[0]
    }

    private func count(_ outcome: AppendOutcome, _ source: String) {
        switch outcome {
        case .stored: counts.add(source) { $0.accepted += 1 }
        case .repeated: counts.add(source) { $0.repeated += 1 }
        case .rejected: break
        }
    }
}

extension SourceRoutes {
    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        let (counts, latest) = (counts.all, try await store.latestActivity())
        let rows = SourceRegistry.adapters.map { adapter in
            var row = JSONWriter()
            let count = counts[adapter.name] ?? DeliveryCounts.Count()
            row.member("name", adapter.name)
            row.member("setup", adapter.setupHint)
            if let time = latest[adapter.name] { row.member("last_delivery_at", time) }
            row.member("accepted", count.accepted)
            row.member("repeated", count.repeated)
            row.member("refused", count.refused)
            return row.finish()
        }
        return Response(json: Page(items: rows, total: rows.count).json(\.self))
    }
}
