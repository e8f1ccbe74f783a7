extension Update {
    package var json: [UInt8] { Update.json(seq: seq, id: id, timestamp: timestamp, rest: content.json(for: taskID)) }

    /// The JSON of an update from what only the store knows and the rest, which is encoded before the store is asked.
    package static func json(seq: Seq, id: UpdateID, timestamp: Timestamp, rest: [UInt8]) -> [UInt8] {
        var writer = JSONWriter(capacity: rest.count + 128)
        writer.member("seq", seq)
        writer.member("id", id)
        writer.member("timestamp", timestamp)
        return writer.finish(appending: rest)
    }
}

extension UpdateContent {
    /// A JSON object with the task and everything that the sender said.
    package func json(for taskID: TaskID) -> [UInt8] {
        var writer = JSONWriter(capacity: 256 + message.utf8.count + (data?.bytes.count ?? 0))
        writer.member("task_id", taskID)
        writer.member("source", source)
        writer.member("author", author)
        writer.member("message", message)
        writer.member("kind", kind)
        writer.member("level", level?.rawValue)
        writer.member("tags", tags)
        if let data { writer.member("data", data) }
        return writer.finish()
    }
}
