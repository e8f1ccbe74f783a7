/// A place in the journal: durable, strictly rising, never used twice; gaps are allowed.
package typealias Seq = Int64

/// How serious an update is.
package enum Level: String, CaseIterable, Sendable { case info, warn, error }

/// One entry of a task's thread as it is stored; it never changes afterwards.
package struct Update: Equatable, Sendable {
    package var seq: Seq
    package var id: UpdateID
    package var taskID: TaskID
    package var timestamp: Timestamp
    package var content: UpdateContent

    package init(seq: Seq, id: UpdateID, taskID: TaskID, timestamp: Timestamp, content: UpdateContent) {
        self.seq = seq
        self.id = id
        self.taskID = taskID
        self.timestamp = timestamp
        self.content = content
    }
}

/// What the sender says in an update; the store adds the rest.
package struct UpdateContent: Equatable, Sendable {
    package var source: String
    package var author: String?
    package var message: String
    package var kind: String?
    package var level: Level?
    package var tags: [String]
    package var data: RawJSON?

    package init(
        source: String, author: String? = nil, message: String, kind: String? = nil, level: Level? = nil,
        tags: [String] = [], data: RawJSON? = nil
    ) {
        self.source = source
        self.author = author
        self.message = message
        self.kind = kind
        self.level = level
        self.tags = tags
        self.data = data
    }
}
