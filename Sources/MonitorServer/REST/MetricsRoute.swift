import Hummingbird
import MonitorCore
import MonitorLive
import NIOCore

/// `GET /metrics`, for Prometheus and its like; labels come from closed sets.
struct MetricsRoute {
    let store: any JournalStore
    let hub: LiveHub
    let requests: RequestCounts
    let deliveries: DeliveryCounts

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/metrics", use: show)
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        _ = try request.query()
        var metrics = MetricsText()
        try await addJournal(to: &metrics)
        addTraffic(to: &metrics)
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text)))
    }

    private func addJournal(to metrics: inout MetricsText) async throws {
        var updates = UpdateFilter()
        updates.limit = 1
        var needy = TaskFilter()
        (needy.attention, needy.limit) = (true, 1)
        metrics.add(
            "monitor_journal_head_seq", .counter, "The newest seq of the journal.",
            Int(try await store.bounds().head))
        metrics.add("monitor_database_bytes", .gauge, "Size of the database.", Int(try await store.sizeInBytes()))
        metrics.add("monitor_updates", .gauge, "Updates stored.", try await store.updates(updates).total)
        metrics.add(
            "monitor_tasks_needing_attention", .gauge, "Tasks that wait for a person.",
            try await store.tasks(needy).total)
    }

    private func addTraffic(to metrics: inout MetricsText) {
        metrics.add("monitor_stream_subscribers", .gauge, "Open streams.", hub.subscriberCount)
        metrics.add(
            "monitor_http_responses_total", .counter, "Answers by method and status.",
            requests.all.sorted { $0.key < $1.key }.map {
                (["method": $0.key.method, "status": "\($0.key.status)"], $0.value)
            })
        let deliveries = deliveries.all.sorted { $0.key < $1.key }.flatMap { source, count in
            [("accepted", count.accepted), ("repeated", count.repeated), ("refused", count.refused)].map {
                outcome, value in
                (labels: ["source": source, "outcome": outcome] as KeyValuePairs, value: value)
            }
        }
        metrics.add("monitor_deliveries_total", .counter, "Deliveries of sources by what became of them.", deliveries)
    }
}
