/// One entry of the journal: an update or a state change, with its JSON exactly as the REST API returns that object.
package struct JournalEntry: Sendable {
    package let seq: Seq
    package let event: EventName
    package let keys: Keys
    /// When an update happened; `nil` for a state change.
    package let timestamp: Timestamp?
    package let json: [UInt8]

    package init(seq: Seq, event: EventName, keys: Keys, timestamp: Timestamp? = nil, json: [UInt8]) {
        self.seq = seq
        self.event = event
        self.keys = keys
        self.timestamp = timestamp
        self.json = json
    }

    /// What a stream's filter looks at.
    package struct Keys: Sendable {
        package var taskID: TaskID?
        package var workstreamID: WorkstreamID?
        /// Where a moved task was before, so that a stream of that workstream sees it leave.
        package var previousWorkstreamID: WorkstreamID?
        package var source: String?
        package var kind: String?
        package var level: Level?
        package var tags: [String]

        package init(
            taskID: TaskID? = nil, workstreamID: WorkstreamID? = nil, previousWorkstreamID: WorkstreamID? = nil,
            source: String? = nil, kind: String? = nil, level: Level? = nil, tags: [String] = []
        ) {
            self.taskID = taskID
            self.workstreamID = workstreamID
            self.previousWorkstreamID = previousWorkstreamID
            self.source = source
            self.kind = kind
            self.level = level
            self.tags = tags
        }
    }
}
