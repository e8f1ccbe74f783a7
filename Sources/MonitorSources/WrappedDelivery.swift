package import MonitorCore

/// A delivery that a client wrapped into a JSON body together with the task that it belongs to.
///
/// `POST /api/updates/claude-hook` and `POST /api/updates/github-webhook` take it.
package struct WrappedDelivery: Sendable {
    package let taskID: TaskID
    package let delivery: Delivery
    private let adapter: any SourceAdapter

    /// Reads `{task_id, payload, headers?}` for the adapter of that name.
    package init(body: JSONValue, source: String) throws {
        guard let adapter = SourceRegistry.adapter(named: source) else { throw APIError.notFound("source '\(source)'") }
        let fields = try BodyDecoder(body, fields: ["task_id", "payload", "headers"])
        self.adapter = adapter
        taskID = try fields.required("task_id") { try fields.id($0) }
        let headers = try WrappedDelivery.headers(fields)
        let payload = try fields.required("payload") { fields.value($0) }
        // An agent's own hook may send anything; who wraps a payload gets told what is wrong.
        guard payload.kind == .object else { throw APIError.noObject(payload) }
        delivery = Delivery(headers: headers, payload: payload)
    }

    /// What the delivery stands for, on its way to that task; a repeat is one for the same task only.
    package func sourceDelivery(sanitize: (JSONValue) -> JSONValue = { $0 }) throws -> SourceDelivery {
        var event = try adapter.normalize(
            Delivery(headers: delivery.headers, payload: sanitize(delivery.payload)))
        event.identity = event.identity.map { "\($0)@\(taskID)" }
        return SourceDelivery(event: event, taskID: taskID)
    }

    /// The headers that are strings, under lower-case names; a client may copy more than we can use.
    private static func headers(_ fields: BodyDecoder) throws -> [String: String] {
        guard let value = fields.value("headers") else { return [:] }
        guard let object = value.object else {
            throw fields.invalid("headers", "must be a JSON object, not \(value.kind.rawValue)")
        }
        let pairs = object.members.compactMap { name, value in value.string.map { (name.lowercased(), $0) } }
        return Dictionary(pairs) { _, last in last }
    }
}
