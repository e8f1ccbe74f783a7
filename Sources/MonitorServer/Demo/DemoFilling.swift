import MonitorCore
import MonitorSources

/// Fills an empty store with the demo's day, by the same adapters and calls as real input.
struct DemoFilling: Sendable {
    let store: any JournalStore
    let policy: DeliveryPolicy
    let clock: WallClock

    /// Throws in words for a person where the store holds something already.
    func fill() async throws {
        let head = try await store.bounds().head
        if head > 0 {
            throw InvalidSetting(
                "--demo", "fills an empty store only, and this one has \(head) entries; without --db it makes its own")
        }
        try await store(DemoDay.steps)
        _ = try await store.ageSessions(SilenceLimits())
    }

    /// Stores steps in their order: what comes from sources at once, and what a person does after all that was before.
    func store(_ steps: [DemoStep]) async throws {
        let now = clock()
        var tasks: [String: TaskID] = [:]
        var waiting: [(session: String, delivery: SourceDelivery)] = []
        for step in steps {
            let time = now.advanced(by: .zero - .seconds(step.minutesAgo * 60))
            if case .delivery(let source, let headers, let body) = step.content {
                guard let event = try event(from: source, headers: headers, body: body) else { continue }
                waiting.append((step.session, SourceDelivery(event: event, timestamp: time)))
            } else {
                try await record(waiting, tasks: &tasks)
                waiting = []
                if let task = tasks[step.session] { try await act(step.content, on: task, at: time) }
            }
        }
        try await record(waiting, tasks: &tasks)
    }

    private func record(
        _ waiting: [(session: String, delivery: SourceDelivery)], tasks: inout [String: TaskID]
    ) async throws {
        if waiting.isEmpty { return }
        let outcomes = try await store.record(waiting.map(\.delivery))
        for (session, outcome) in zip(waiting.map(\.session), outcomes) where tasks[session] == nil {
            if case .stored(let seq, _) = outcome { tasks[session] = try await store.update(.seq(seq))?.taskID }
        }
    }

    private func act(_ content: DemoStep.Content, on task: TaskID, at time: Timestamp) async throws {
        switch content {
        case .delivery: return
        case .note(let author, let message, let kind):
            let note = UpdateContent(source: "manual", author: author, message: message, kind: kind ?? "manual_note")
            _ = try await store.append([UpdateDraft(taskID: task, content: note, timestamp: time)])
        case .change(let patch): _ = try await store.updateTask(task, patch)
        }
    }

    private func event(from source: String, headers: [String: String], body: [UInt8]) throws -> SourceEvent? {
        let payload = policy.sanitized(try JSONDocument(parsing: body).value)
        return try SourceRegistry.adapter(named: source)?.normalize(Delivery(headers: headers, payload: payload))
    }
}
