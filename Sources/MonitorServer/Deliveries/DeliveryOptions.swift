import HTTPTypes
import Hummingbird
import MonitorCore

/// What a request says beside the delivery itself: where it belongs, under which key, and when it happened.
struct DeliveryOptions {
    var taskID: TaskID?
    var workstreamID: WorkstreamID?
    var idempotencyKey: String?
    var timestamp: Timestamp?

    /// Reads them strictly: one that is wrong is an error that names it.
    init(strictly request: Request) throws {
        let query = try request.query(known: ["task_id", "workstream_id"])
        taskID = try query.id("task_id")
        workstreamID = try query.id("workstream_id")
        idempotencyKey = try request.idempotencyKey()
        timestamp = try request.headers[.monitorTime].map { text in
            guard let time = Timestamp(rfc3339: text) else {
                throw APIError(.badRequest, "'X-Monitor-Time' must be a time like 2026-11-24T09:30:00Z")
            }
            return time
        }
    }

    /// Reads what can be read: an agent's hook must not fail because its address is mistyped.
    init(leniently request: Request) {
        let query = FormQuery(request.uri.query ?? "")
        let value = { (name: String) in query.items.last { $0.name == name }?.value }
        taskID = value("task_id").flatMap(TaskID.init)
        workstreamID = value("workstream_id").flatMap(WorkstreamID.init)
        idempotencyKey = (try? request.idempotencyKey()) ?? nil
        timestamp = request.headers[.monitorTime].flatMap { Timestamp(rfc3339: $0) }
    }
}
