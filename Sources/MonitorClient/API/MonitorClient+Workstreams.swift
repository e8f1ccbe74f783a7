package import MonitorCore

extension MonitorClient {
    package func createWorkstream(_ draft: WorkstreamDraft) async throws -> JSONValue {
        try await request(.post, "/api/workstreams", body: draft.json)
    }

    package func workstreams(includeArchived: Bool = false) async throws -> JSONValue {
        var query = Query()
        query.add("include_archived", ifSet: includeArchived)
        return try await request(.get, "/api/workstreams", query: query)
    }

    package func workstream(_ id: WorkstreamID) async throws -> JSONValue {
        try await request(.get, "/api/workstreams/\(id)")
    }

    package func updateWorkstream(_ id: WorkstreamID, _ patch: WorkstreamPatch) async throws -> JSONValue {
        try await request(.patch, "/api/workstreams/\(id)", body: patch.json)
    }
}

extension WorkstreamDraft {
    /// The body of `POST /api/workstreams`.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("name", name)
        if metadata != .emptyObject { writer.member("metadata", metadata) }
        return writer.finish()
    }
}

extension WorkstreamPatch {
    /// The body of `PATCH /api/workstreams/:id`.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("name", name)
        writer.member("status", status?.rawValue)
        writer.member("metadata", metadata) { $0.bytes }
        return writer.finish()
    }
}

extension JSONWriter {
    /// Writes what a PATCH says of a field: nothing, `null`, or the value's JSON.
    mutating func member<Value>(_ key: StaticString, _ change: Change<Value>, _ json: (Value) -> [UInt8]) {
        switch change {
        case .leave: break
        case .clear: member(key, json: "null".utf8)
        case .set(let value): member(key, json: json(value))
        }
    }

    mutating func member(_ key: StaticString, _ change: Change<String>) {
        member(key, change) { text in
            var bytes: [UInt8] = []
            JSONString.write(text, to: &bytes)
            return bytes
        }
    }
}
