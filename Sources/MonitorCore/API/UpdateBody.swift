/// One update on its way into the journal: what the sender said and how to know it again.
package struct UpdateDraft: Equatable, Sendable {
    /// The id that the client chose, if it chose one.
    package var id: UpdateID?
    package var taskID: TaskID
    package var content: UpdateContent
    /// The `Idempotency-Key` of the request, if it had one.
    package var idempotencyKey: String?
    /// When it really happened, if the sender may say so; else the store's time.
    package var timestamp: Timestamp?

    package init(
        id: UpdateID? = nil, taskID: TaskID, content: UpdateContent, idempotencyKey: String? = nil,
        timestamp: Timestamp? = nil
    ) {
        self.id = id
        self.taskID = taskID
        self.content = content
        self.idempotencyKey = idempotencyKey
        self.timestamp = timestamp
    }

    /// Reads the body of `POST /api/updates`, or an item of a batch.
    package init(body: JSONValue, prefix: String = "") throws {
        let fields = try BodyDecoder(body, fields: UpdateDraft.fieldsWithSource, prefix: prefix)
        let source = try fields.required("source") { try fields.name($0, maxLength: Limits.sourceLength) }
        try self.init(fields, source: source)
    }

    /// Reads the body of `POST /api/updates/manual`.
    package init(manualBody body: JSONValue) throws {
        try self.init(BodyDecoder(body, fields: UpdateDraft.fields), source: "manual")
    }

    /// Reads what a person wrote into a task's own form.
    package init(formBody body: JSONValue, to task: TaskID) throws {
        let fields = try BodyDecoder(body, fields: ["message", "level", "kind", "tags"])
        self.init(taskID: task, content: try UpdateContent(fields, source: "manual"))
    }

    private static let fields: Set<String> = ["id", "task_id", "author", "message", "level", "kind", "tags", "data"]
    private static let fieldsWithSource = fields.union(["source"])

    private init(_ fields: BodyDecoder, source: String) throws {
        id = try fields.id("id")
        taskID = try fields.required("task_id") { try fields.id($0) }
        content = try UpdateContent(fields, source: source)
    }
}

extension UpdateContent {
    fileprivate init(_ fields: BodyDecoder, source: String) throws {
        self.init(
            source: source,
            author: try fields.name("author", maxLength: Limits.authorLength),
            message: try fields.required("message") { try fields.longText($0, maxBytes: Limits.messageBytes) },
            kind: try fields.name("kind", maxLength: Limits.kindLength),
            level: try fields.oneOf("level", Level.self),
            tags: try fields.tags("tags"),
            data: fields.value("data")?.raw
        )
    }
}
