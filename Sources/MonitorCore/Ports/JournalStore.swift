/// The journal and the state beside it: the port that a storage engine implements.
///
/// Each write is one atomic step, answered after it is durable, and each gives its entries to the store's publisher
/// after the commit, in the order of `seq`. A write that cannot be done throws an `APIError` and leaves no trace; it
/// does not spoil others that share its transaction. Reads see what was committed when they began.
package protocol JournalStore: Sendable {
    func createWorkstream(_ draft: WorkstreamDraft) async throws -> Workstream
    func updateWorkstream(_ id: WorkstreamID, _ patch: WorkstreamPatch) async throws -> Workstream
    func workstream(_ id: WorkstreamID) async throws -> Workstream?
    /// In order of creation.
    func workstreams(includeArchived: Bool) async throws -> [Workstream]

    func createTask(_ draft: TaskDraft) async throws -> TrackedTask
    func updateTask(_ id: TaskID, _ patch: TaskPatch) async throws -> TrackedTask
    /// Removes the task, its updates and every copy of their content; leaves a tombstone in the journal.
    func deleteTask(_ id: TaskID) async throws
    func task(_ id: TaskID) async throws -> TrackedTask?
    /// Those of the tasks that are there, in one look.
    func tasks(_ ids: Set<TaskID>) async throws -> [TaskID: TrackedTask]
    /// `total` counts all that match, whatever the limit.
    func tasks(_ filter: TaskFilter) async throws -> Page<TrackedTask>

    /// Stores updates in their order, in one transaction; a bad one fails alone. One outcome per draft, in order.
    func append(_ drafts: [UpdateDraft]) async throws -> [AppendOutcome]
    /// Stores what sources delivered, in their order, in one transaction: finds or makes the task of each, stores its
    /// update once, and brings the state up to date. One outcome per delivery, in order.
    func record(_ deliveries: [SourceDelivery]) async throws -> [AppendOutcome]
    /// When each source was last heard of, by its name.
    func latestActivity() async throws -> [String: Timestamp]
    /// Marks sessions as stale that were silent for longer than the limits; returns how many.
    func ageSessions(_ limits: SilenceLimits) async throws -> Int
    /// Removes an update and every copy of its content; leaves a tombstone in the journal.
    func deleteUpdate(_ reference: UpdateReference) async throws
    func update(_ reference: UpdateReference) async throws -> Update?
    func updates(_ filter: UpdateFilter) async throws -> Page<Update>
    /// A page for each filter, in one look.
    func updates(_ filters: [UpdateFilter]) async throws -> [Page<Update>]
    /// Counts what the filter matches by what it could be narrowed to, and since each moment. Of many updates the
    /// newest are counted, and the counts say so; the filter's order and limit do not matter.
    func facets(of filter: UpdateFilter, since moments: [Timestamp]) async throws -> UpdateFacets

    /// How many updates each task got in each step of time that began after `since`, of the updates up to `seq`.
    func updateCounts(since: Timestamp, through seq: Seq, per step: Duration) async throws -> [UpdateCount]

    /// Entries after a cursor, for replay.
    func entries(after cursor: Seq, matching filter: StreamFilter, limit: Int) async throws -> EntryPage
    /// The changes of a task's row from its creation on, newest first, each with the whole row as it was then.
    func stateChanges(of task: TaskID, before seq: Seq?, limit: Int) async throws -> [JournalEntry]
    func bounds() async throws -> JournalBounds

    /// What the journal takes on its disk.
    func sizeInBytes() async throws -> Int64
    /// Throws when writes cannot be made durable now; `/ready` asks.
    func checkReadiness() async throws
}

/// How a client names an update: by its id or by its place in the journal.
package enum UpdateReference: Equatable, Sendable {
    case id(UpdateID)
    case seq(Seq)

    /// Reads a UUID or a whole number.
    package init?(_ text: some StringProtocol) {
        if let seq = Seq(text), seq >= 0 {
            self = .seq(seq)
        } else if let id = UpdateID(text) {
            self = .id(id)
        } else {
            return nil
        }
    }
}

/// What became of one draft.
package enum AppendOutcome: Sendable {
    /// Stored now; the JSON is the update's.
    case stored(seq: Seq, json: [UInt8])
    /// The same update had come before; nothing was stored, and this is the first one's JSON.
    case repeated(seq: Seq, json: [UInt8])
    case rejected(APIError)
}

/// A stretch of the journal.
package struct EntryPage: Sendable {
    package var entries: [JournalEntry]
    /// Every matching entry up to here is in this page or an earlier one; where to go on from.
    package var cursor: Seq

    package init(entries: [JournalEntry], cursor: Seq) {
        self.entries = entries
        self.cursor = cursor
    }
}

/// Takes the entries of each commit, in the order of `seq`; called by one thread at a time and must not block.
package typealias JournalPublisher = @Sendable ([JournalEntry]) -> Void
