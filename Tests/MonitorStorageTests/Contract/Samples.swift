import MonitorCore
import Testing

/// A workstream and a task to post to.
struct Sample {
    let workstream: Workstream
    let task: TrackedTask

    init(_ store: any JournalStore, name: String = "sample") async throws {
        workstream = try await store.createWorkstream(WorkstreamDraft(name: name))
        task = try await store.createTask(TaskDraft(workstreamID: workstream.id, name: name))
    }

    func draft(
        _ message: String, source: String = "test", kind: String? = nil, level: Level? = nil, tags: [String] = [],
        data: RawJSON? = nil, id: UpdateID? = nil, key: String? = nil, at time: Timestamp? = nil
    ) -> UpdateDraft {
        UpdateDraft(
            id: id, taskID: task.id,
            content: UpdateContent(
                source: source, message: message, kind: kind, level: level, tags: tags, data: data),
            idempotencyKey: key, timestamp: time)
    }
}

extension AppendOutcome {
    var seq: Seq? {
        switch self {
        case .stored(let seq, _), .repeated(let seq, _): seq
        case .rejected: nil
        }
    }

    var error: APIError? {
        if case .rejected(let error) = self { error } else { nil }
    }

    var isStored: Bool {
        if case .stored = self { true } else { false }
    }

    var storedJSON: [UInt8]? {
        if case .stored(_, let json) = self { json } else { nil }
    }

    var isRepeated: Bool {
        if case .repeated = self { true } else { false }
    }
}

extension JournalStore {
    /// The messages of a list, in its order.
    func messages(_ change: (inout UpdateFilter) -> Void = { _ in }) async throws -> [String] {
        try await page(change).items.map(\.content.message)
    }

    func page(_ change: (inout UpdateFilter) -> Void = { _ in }) async throws -> Page<Update> {
        var filter = UpdateFilter()
        filter.limit = Limits.maxPageSize
        change(&filter)
        return try await updates(filter)
    }

    func appendOne(_ draft: UpdateDraft) async throws -> AppendOutcome {
        try #require(try await append([draft]).first)
    }
}
