/// The body of `POST /api/workstreams`.
package struct WorkstreamDraft: Equatable, Sendable {
    package var name: String
    package var metadata: RawJSON

    package init(name: String, metadata: RawJSON = .emptyObject) {
        self.name = name
        self.metadata = metadata
    }

    package init(body: JSONValue) throws {
        let fields = try BodyDecoder(body, fields: ["name", "metadata"])
        name = try fields.required("name") { try fields.name($0, maxLength: Limits.nameLength) }
        metadata = try fields.metadata("metadata") ?? .emptyObject
    }
}

extension WorkstreamPatch {
    /// Reads the body of `PATCH /api/workstreams/:id`.
    package init(body: JSONValue) throws {
        let fields = try BodyDecoder(body, fields: ["name", "status", "metadata"])
        self.init()
        name = try fields.notNull("name") { try fields.name($0, maxLength: Limits.nameLength) }
        status = try fields.notNull("status") { try fields.oneOf($0, Workstream.Status.self) }
        metadata = try fields.change("metadata") { try fields.metadata($0) }
    }
}

extension Workstream {
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("id", id)
        writer.member("name", name)
        writer.member("status", status.rawValue)
        writer.member("metadata", metadata)
        writer.member("created_at", createdAt)
        writer.member("updated_at", updatedAt)
        return writer.finish()
    }
}
