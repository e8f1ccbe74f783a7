extension Workstream {
    /// The row after the patch, with a new `updatedAt` only where something changed.
    package func applying(_ patch: WorkstreamPatch, at time: Timestamp) -> Workstream {
        var row = self
        if let name = patch.name { row.name = name }
        if let status = patch.status { row.status = status }
        row.metadata = patch.metadata.applied(to: row.metadata, cleared: .emptyObject)
        if row != self { row.updatedAt = time }
        return row
    }
}

extension TrackedTask {
    /// The row after the patch, with a new `updatedAt` only where something changed.
    package func applying(_ patch: TaskPatch, at time: Timestamp) -> TrackedTask {
        var row = self
        if let name = patch.name { row.name = name }
        if let workstreamID = patch.workstreamID { row.workstreamID = workstreamID }
        if let status = patch.status { row.status = status }
        if let hidden = patch.hidden { row.hidden = hidden }
        if patch.clearsAttention { row.attention = nil }
        row.metadata = patch.metadata.applied(to: row.metadata, cleared: .emptyObject)
        row.summary = summary(after: patch, at: time)
        if row != self { row.updatedAt = time }
        return row
    }

    /// A new text is the work of whoever the patch names, else of a person; the same text again keeps its author.
    private func summary(after patch: TaskPatch, at time: Timestamp) -> Summary? {
        let text = patch.summaryText.applied(to: summary?.text, cleared: nil)
        guard let text else { return nil }
        let kept = text == summary?.text ? summary?.source : nil
        let source = patch.summarySource.applied(to: kept ?? "manual", cleared: "manual")
        if let summary, summary.text == text, summary.source == source { return summary }
        return Summary(text: text, source: source, updatedAt: time)
    }
}

extension TaskTracking {
    /// What a person sets by hand stays as the person set it.
    package func applying(_ patch: TaskPatch) -> TaskTracking {
        var tracking = self
        if patch.name != nil { tracking.naming = .person }
        if patch.status != nil { tracking.hasPersonalStatus = true }
        if patch.clearsAttention { tracking.dismissWaits() }
        return tracking
    }
}

extension Change {
    func applied(to value: Value, cleared: Value) -> Value {
        switch self {
        case .leave: value
        case .clear: cleared
        case .set(let new): new
        }
    }

    func applied(to value: Value?, cleared: Value?) -> Value? {
        switch self {
        case .leave: value
        case .clear: cleared
        case .set(let new): new
        }
    }
}
