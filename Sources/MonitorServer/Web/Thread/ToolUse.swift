import MonitorCore
import MonitorSources

/// One call of a tool: the updates of its beginning and its end as one.
struct ToolUse {
    /// The updates that tell of it, oldest first; never empty.
    private(set) var updates: [Update]
    private(set) var tool: ToolRecord?
    private(set) var hasEnded: Bool

    init(_ update: Update, _ tool: ToolRecord?) {
        updates = [update]
        self.tool = tool
        hasEnded = tool?.isEnd ?? true
    }

    var first: Update { updates[0] }
    var last: Update { updates[updates.count - 1] }

    /// Takes the update if it is about the same call.
    mutating func join(_ update: Update, _ other: ToolRecord?) -> Bool {
        guard let tool, let other, isSame(tool, other), other.isEnd || !hasEnded else { return false }
        updates.append(update)
        // The end tells what the beginning does, and what came of it; but a hook on its way may tell less.
        if other.isEnd { self.tool = other }
        hasEnded = hasEnded || other.isEnd
        return true
    }

    private func isSame(_ a: ToolRecord, _ b: ToolRecord) -> Bool {
        if let id = a.id, let other = b.id { return id == other }
        return a.fingerprint == b.fingerprint
    }

    /// As the agent measured it, else as far as the updates are apart.
    var duration: Duration? {
        if let duration = tool?.duration { return duration }
        guard hasEnded, updates.count > 1 else { return nil }
        return first.timestamp.duration(to: last.timestamp)
    }

    var hasFailed: Bool { last.content.kind == "tool_failure" }
}

extension Timestamp {
    /// Never negative: clocks step back.
    func duration(to later: Timestamp) -> Duration {
        .microseconds(max(0, later.microseconds - microseconds))
    }
}
