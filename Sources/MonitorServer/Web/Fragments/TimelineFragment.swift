import MonitorCore
import MonitorWeb

/// `/fragments/tasks/:id/timeline?span=`: what happened in a task, drawn.
struct TimelineFragment: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    func render(_ id: TaskID, _ query: QueryDecoder) async throws -> String {
        guard let task = try await store.task(id) else { throw APIError.notFound("task \(id)") }
        let span = try query.oneOf("span", TimelineSpan.self) ?? .recent
        let view = try await TimelineView(task, span, oldest: query.seq("oldest"), in: store, now: clock())
        return templates.render(view, with: .timeline)
    }
}

extension TimelineView {
    init(
        _ task: TrackedTask, _ span: TimelineSpan, oldest: Seq?, in store: any JournalStore, now: Timestamp
    ) async throws {
        let (timeline, isCut) = try await TimelineReader(store: store, now: now).timeline(of: task, span)
        self.init(taskID: task.id, timeline: timeline, span: span, isCut: isCut, oldest: oldest, now: now)
    }
}
