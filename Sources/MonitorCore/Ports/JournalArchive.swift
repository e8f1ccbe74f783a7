/// Reading and writing a store as a whole: what moves one to another kind.
///
/// An import is a sequence of steps that may each be done again, and a store with one under way opens for nothing else.
package protocol JournalArchive: Sendable {
    func bounds() async throws -> JournalBounds
    /// Everything beside the journal, in one snapshot.
    func archivedState() async throws -> ArchivedState
    /// Entries after a cursor, in order, as they are stored.
    func archivedEntries(after cursor: Seq, limit: Int) async throws -> [ArchivedEntry]
    /// All keys, in pages and in any order.
    func forEachArchivedKey(_ body: @Sendable ([ArchivedKey]) async throws -> Void) async throws

    /// Begins an import, or goes on with one: into an empty store, or one that an import has begun with.
    func beginImport(_ state: ArchivedState) async throws
    /// Adds entries beyond the head, which rises to the last of them.
    func importEntries(_ entries: [ArchivedEntry]) async throws
    func importKeys(_ keys: [ArchivedKey]) async throws
    /// Sets the journal's bounds and opens the store for use.
    func finishImport(_ bounds: JournalBounds) async throws
}

/// What a store has beside its journal.
package struct ArchivedState: Equatable, Sendable {
    /// In the order of creation, as are tasks.
    package var workstreams: [Workstream] = []
    package var tasks: [TrackedState] = []
    package var workstreamRoutes: [String: WorkstreamID] = [:]
    package var taskRoutes: [String: TaskID] = [:]
    package var checks: [CheckRun] = []
    package var browserSessions: [BrowserSession] = []

    package init() {}
}

/// One entry of the journal as it is stored.
package enum ArchivedEntry: Sendable {
    case update(Update)
    case change(JournalEntry)

    package var seq: Seq {
        switch self {
        case .update(let update): update.seq
        case .change(let entry): entry.seq
        }
    }

    /// The JSON of the entry, which tells all of it.
    package var json: [UInt8] {
        switch self {
        case .update(let update): update.json
        case .change(let entry): entry.json
        }
    }
}

/// A key under which an update is known again.
package struct ArchivedKey: Hashable, Sendable {
    package let key: String
    package let seq: Seq

    package init(key: String, seq: Seq) {
        self.key = key
        self.seq = seq
    }
}
