/// Which journal entries a stream delivers; of a repeatable part any value matches.
package struct StreamFilter: Equatable, Sendable {
    package var taskIDs: [TaskID] = []
    package var workstreamIDs: [WorkstreamID] = []
    package var sources: [String] = []
    package var kinds: [String] = []
    package var levels: [Level] = []
    package var tags: [String] = []
    package var events: [EventName] = []

    package init() {}

    package var isEmpty: Bool { self == StreamFilter() }

    /// A part that only updates have: with it, state changes are not delivered.
    package var wantsOnlyUpdates: Bool {
        !(sources.isEmpty && kinds.isEmpty && levels.isEmpty && tags.isEmpty)
    }

    package func wants(_ event: EventName) -> Bool {
        (events.isEmpty || events.contains(event)) && (event == .update || !wantsOnlyUpdates)
    }

    package func matches(_ entry: JournalEntry) -> Bool { matches(entry.event, entry.keys) }

    package func matches(_ event: EventName, _ keys: JournalEntry.Keys) -> Bool {
        isEmpty || (wants(event) && matches(keys))
    }

    private func matches(_ keys: JournalEntry.Keys) -> Bool {
        matches(taskIDs, keys.taskID)
            && (matches(workstreamIDs, keys.workstreamID)
                || keys.previousWorkstreamID.map(workstreamIDs.contains) == true)
            && matches(sources, keys.source) && matches(kinds, keys.kind) && matches(levels, keys.level)
            && (tags.isEmpty || keys.tags.contains { matches(tags, $0) })
    }

    private func matches<Value: Equatable>(_ wanted: [Value], _ value: Value?) -> Bool {
        wanted.isEmpty || value.map(wanted.contains) == true
    }

    /// Compares bytes, as a replay from the store does.
    private func matches(_ wanted: [String], _ text: String?) -> Bool {
        guard !wanted.isEmpty else { return true }
        guard let text else { return false }
        return wanted.contains { $0.hasSameBytes(as: text) }
    }
}
