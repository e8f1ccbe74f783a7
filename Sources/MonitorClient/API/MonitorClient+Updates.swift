package import MonitorCore

extension MonitorClient {
    /// Posts an update to `/api/updates/manual`; what its content says of a source does not count.
    package func postManual(_ draft: UpdateDraft) async throws -> JSONValue {
        try await request(.post, "/api/updates/manual", body: draft.manualJSON)
    }

    package func post(_ draft: UpdateDraft) async throws -> JSONValue {
        try await request(.post, "/api/updates", body: draft.json)
    }

    /// `GET /api/updates` with the parameters as they are.
    package func updates(_ query: Query = [:]) async throws -> JSONValue {
        try await request(.get, "/api/updates", query: query)
    }

    package func update(_ reference: UpdateReference) async throws -> JSONValue {
        switch reference {
        case .id(let id): try await request(.get, "/api/updates/\(id)")
        case .seq(let seq): try await request(.get, "/api/updates/\(seq)")
        }
    }
}

extension UpdateDraft {
    /// The body of `POST /api/updates`.
    package var json: [UInt8] { json(source: content.source) }

    /// The body of `POST /api/updates/manual`.
    package var manualJSON: [UInt8] { json(source: nil) }

    private func json(source: String?) -> [UInt8] {
        var writer = JSONWriter()
        if let id { writer.member("id", id) }
        writer.member("task_id", taskID)
        writer.member("source", source)
        writer.member("author", content.author)
        writer.member("message", content.message)
        writer.member("kind", content.kind)
        writer.member("level", content.level?.rawValue)
        if !content.tags.isEmpty { writer.member("tags", content.tags) }
        if let data = content.data { writer.member("data", data) }
        return writer.finish()
    }
}
