package import MonitorCore

extension MonitorClient {
    package func createTask(_ draft: TaskDraft) async throws -> JSONValue {
        try await request(.post, "/api/tasks", body: draft.json)
    }

    package func tasks(_ filter: TaskFilter = TaskFilter()) async throws -> JSONValue {
        try await request(.get, "/api/tasks", query: filter.query)
    }

    package func task(_ id: TaskID) async throws -> JSONValue { try await request(.get, "/api/tasks/\(id)") }

    package func updateTask(_ id: TaskID, _ patch: TaskPatch) async throws -> JSONValue {
        try await request(.patch, "/api/tasks/\(id)", body: patch.json)
    }
}

extension TaskDraft {
    /// The body of `POST /api/tasks`.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("workstream_id", workstreamID)
        writer.member("name", name)
        if metadata != .emptyObject { writer.member("metadata", metadata) }
        return writer.finish()
    }
}

extension TaskPatch {
    /// The body of `PATCH /api/tasks/:id`.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("name", name)
        if let workstreamID { writer.member("workstream_id", workstreamID) }
        writer.member("status", status?.rawValue)
        writer.member("summary_text", summaryText)
        writer.member("summary_source", summarySource)
        writer.member("metadata", metadata) { $0.bytes }
        if let hidden { writer.member("hidden", hidden) }
        if clearsAttention { writer.member("attention", json: "null".utf8) }
        return writer.finish()
    }
}

extension TaskFilter {
    /// The parameters of `GET /api/tasks`.
    package var query: Query {
        var query = Query()
        query.add("workstream_id", workstreamID)
        query.add("status", any: statuses.map(\.rawValue))
        query.add("agent_state", any: agentStates.map(\.rawValue))
        query.add("attention", attention)
        query.add("include_hidden", ifSet: includeHidden)
        query.add("include_archived_workstreams", ifSet: includeArchivedWorkstreams)
        query.add("after", after)
        query.add("limit", limit)
        return query
    }
}
