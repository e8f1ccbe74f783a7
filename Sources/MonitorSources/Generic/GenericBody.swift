import MonitorCore

/// The fields that a generic delivery may have; all others are kept in the update's data.
struct GenericBody {
    let payload: Payload
    let message: String

    init(_ delivery: Delivery) throws {
        payload = try Payload(delivery)
        guard let value = payload.value("message") else {
            throw APIError(.missingField, "'message' is missing: a text that a person reads")
        }
        guard value.kind == .string else {
            throw APIError(.invalidField, "'message' must be a string, not \(value.kind.rawValue)")
        }
        guard let message = payload.text("message") else {
            throw APIError(.invalidField, "'message' must not be empty")
        }
        self.message = message
    }

    /// What stays the same from one delivery to the next of a task.
    private var identifier: String? { payload.firstText(["key", "session", "task"]) }

    /// The task among those of all sources.
    ///
    /// A task's name alone may be in use in several workstreams; a key or a session means itself.
    var key: String {
        guard let identifier else { return "generic:unknown" }
        let place = payload.firstText(["key", "session"]) == nil ? payload.text("workstream").map { $0 + "/" } : nil
        return "generic:\((place ?? "") + identifier)".identifier
    }

    var task: Route.Task {
        let name = payload.firstText(["task", "session", "key"])?.line(upTo: Limits.nameLength)
        return Route.Task(
            key: "session:\(key)", name: name ?? "Generic", naming: payload.text("task") == nil ? .agent : .title)
    }

    /// A name that a repository has too means that one's workstream.
    var workstream: Route.Workstream? {
        payload.text("workstream").map { .repository($0.line(upTo: Limits.nameLength)) }
    }

    var source: String { payload.text("source") ?? key }

    var kind: String {
        payload.text("kind")?.line(upTo: Limits.kindLength) ?? (level == .error ? "error" : "status_note")
    }

    var level: Level { payload.text("level").flatMap { Level(rawValue: $0.lowercased()) } ?? .info }

    var tags: [String] { payload.texts("tags") + (payload.text("tags").map { [$0] } ?? []) }

    /// What the body says of the state of who sent it; an unknown word says nothing.
    var state: SessionSignal.Meaning? {
        switch payload.text("state") {
        case "working": .working
        case "waiting":
            .asked(SessionSignal.Question(reason: .question, message: payload.text("question") ?? message))
        case "idle": .idle
        case "failed": .failed(message)
        case "ended": .sessionEnded
        default: nil
        }
    }
}
