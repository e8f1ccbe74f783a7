/// The body of `POST /api/tasks`.
package struct TaskDraft: Equatable, Sendable {
    package var workstreamID: WorkstreamID
    package var name: String
    package var metadata: RawJSON

    package init(workstreamID: WorkstreamID, name: String, metadata: RawJSON = .emptyObject) {
        self.workstreamID = workstreamID
        self.name = name
        self.metadata = metadata
    }

    package init(body: JSONValue) throws {
        let fields = try BodyDecoder(body, fields: ["workstream_id", "name", "metadata"])
        workstreamID = try fields.required("workstream_id") { try fields.id($0) }
        name = try fields.required("name") { try fields.name($0, maxLength: Limits.nameLength) }
        metadata = try fields.metadata("metadata") ?? .emptyObject
    }
}

extension TaskPatch {
    /// Reads the body of `PATCH /api/tasks/:id`.
    package init(body: JSONValue) throws {
        let fields = try BodyDecoder(
            body,
            fields: [
                "name", "workstream_id", "status", "summary_text", "summary_source", "metadata", "hidden", "attention",
            ])
        self.init()
        name = try fields.notNull("name") { try fields.name($0, maxLength: Limits.nameLength) }
        workstreamID = try fields.notNull("workstream_id") { try fields.id($0) }
        status = try fields.notNull("status") { try fields.oneOf($0, TrackedTask.Status.self) }
        summaryText = try fields.change("summary_text") { try fields.longText($0, maxBytes: Limits.messageBytes) }
        summarySource = try fields.change("summary_source") { try fields.name($0, maxLength: Limits.sourceLength) }
        metadata = try fields.change("metadata") { try fields.metadata($0) }
        hidden = try fields.notNull("hidden") { try fields.bool($0) }
        if fields.has("attention") {
            guard fields.value("attention") == nil else { throw fields.invalid("attention", "can only be set to null") }
            clearsAttention = true
        }
    }
}

extension TrackedTask {
    package var json: [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.member("id", id)
        writer.member("workstream_id", workstreamID)
        writer.member("name", name)
        writer.member("status", status.rawValue)
        if let summary {
            writer.member("summary_text", summary.text)
            writer.member("summary_source", summary.source)
            writer.member("summary_updated_at", summary.updatedAt)
        }
        writer.member("metadata", metadata)
        writer.member("created_at", createdAt)
        writer.member("updated_at", updatedAt)
        writer.member("hidden", hidden)
        if let lastSeq = activity.lastSeq { writer.member("last_seq", lastSeq) }
        if let lastAt = activity.lastAt { writer.member("last_activity_at", lastAt) }
        writer.member("last_message", activity.lastMessage)
        writer.member("update_count", activity.updateCount)
        writer.member("error_count", activity.errorCount)
        writer.member("agent_state", agentState?.rawValue)
        if let attention { writer.member("attention", json: attention.json) }
        writer.member("agent", agent)
        writer.member("repository", repository)
        writer.member("branch", branch)
        if let checks { writer.member("ci", json: checks.json) }
        return writer.finish()
    }
}

extension TrackedTask.Checks {
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("state", state.rawValue)
        writer.member("name", name)
        writer.member("url", url)
        return writer.finish()
    }

    /// Reads what `json` wrote.
    package init?(stored: JSONValue) {
        guard let state = stored["state"]?.string.flatMap(CheckRun.State.init) else { return nil }
        self.init(state: state, name: stored["name"]?.string ?? "", url: stored["url"]?.string)
    }
}

extension TrackedTask.Attention {
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("reason", reason.rawValue)
        writer.member("message", message)
        writer.member("since", since)
        return writer.finish()
    }
}
