/// A draft with all that can be encoded before the writer's turn, so that its thread does only what it must.
package struct PreparedUpdate: Sendable {
    package let draft: UpdateDraft
    /// The JSON of everything but `seq`, `id` and `timestamp`.
    package let json: [UInt8]
    /// The tags as a JSON array.
    package let tags: [UInt8]

    package init(_ draft: UpdateDraft) {
        self.draft = draft
        json = draft.content.json(for: draft.taskID)
        tags = JSONWriter.array(draft.content.tags)
    }

    /// The journal's entry of the update that the draft becomes.
    package func entry(seq: Seq, id: UpdateID, at time: Timestamp, in workstream: WorkstreamID) -> JournalEntry {
        let content = draft.content
        return JournalEntry(
            seq: seq, event: .update,
            keys: .init(
                taskID: draft.taskID, workstreamID: workstream, source: content.source, kind: content.kind,
                level: content.level, tags: content.tags),
            timestamp: time, json: Update.json(seq: seq, id: id, timestamp: time, rest: json))
    }
}

extension Update {
    /// The journal's entry of a stored update; it is where its task is now.
    package func entry(in workstream: WorkstreamID?) -> JournalEntry {
        JournalEntry(
            seq: seq, event: .update,
            keys: .init(
                taskID: taskID, workstreamID: workstream, source: content.source, kind: content.kind,
                level: content.level, tags: content.tags),
            timestamp: timestamp, json: json)
    }
}
