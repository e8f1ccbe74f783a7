package import MonitorCore
package import NIOCore

/// One subscriber: a cursor and a filter, and the loop that brings it everything from there, for ever.
package struct Subscription: Sendable {
    private let hub: LiveHub
    private let store: any JournalStore
    private let filter: StreamFilter
    /// Where a live stream begins: what is committed after this value was made is delivered.
    private let headAtStart: Seq

    /// One write's worth of frames: large enough that the system call does not matter, small enough that a thousand
    /// stalled subscribers hold little.
    private static let maxWriteBytes = 64 * 1024
    /// Entries of one read from the store.
    private static let pageSize = 500

    /// The hub may hear of a commit a moment after it was acknowledged; a store's head that is ahead of it counts.
    package init(hub: LiveHub, store: any JournalStore, filter: StreamFilter, storeHead: Seq? = nil) {
        self.hub = hub
        self.store = store
        self.filter = filter
        headAtStart = max(hub.head, storeHead ?? 0)
    }

    /// Writes frames from `start` on until the hub is closed, the task is cancelled, a write throws or `isAllowed`, which
    /// is asked before each step, says no.
    ///
    /// `write` must not return before the socket has taken the bytes or has room: that is what slows a slow reader
    /// down, and nothing else holds its frames. No cursor means live only.
    package func run(
        from start: Seq?, isAllowed: () -> Bool = { true }, write: (ByteBuffer) async throws -> Void
    ) async throws {
        hub.subscriberCame()
        defer { hub.subscriberLeft() }
        var cursor = try await begin(at: start, write: write)
        var beats: Int?
        var hasWritten = true
        while !Task.isCancelled && isAllowed() {
            switch hub.read(after: cursor, matching: filter, maxBytes: Subscription.maxWriteBytes) {
            case .closed: return
            case .behind:
                cursor = try await writePage(after: cursor, write: write)
                hasWritten = true
            case .frames(let buffer, let position, let beat):
                cursor = position
                if buffer.readableBytes > 0 {
                    try await write(buffer)
                    hasWritten = true
                } else {
                    if beat != beats {
                        if !hasWritten { try await write(ByteBuffer(bytes: ServerSentEvent.heartbeat)) }
                        (beats, hasWritten) = (beat, false)
                    }
                    await hub.wait(after: cursor, beats: beat)
                }
            }
        }
    }

    /// Tells a client whose cursor the journal does not have where it stands, and returns where to go on.
    private func begin(at start: Seq?, write: (ByteBuffer) async throws -> Void) async throws -> Seq {
        guard let start else {
            try await write(ByteBuffer(bytes: ServerSentEvent.position(headAtStart)))
            return headAtStart
        }
        let bounds = try await store.bounds()
        guard let reset = Subscription.reset(at: start, bounds: bounds) else { return start }
        try await write(ByteBuffer(bytes: ServerSentEvent.reset(reset.reason, bounds: bounds)))
        return reset.cursor
    }

    /// A cursor beyond the head goes on live; one before the oldest entry kept goes on from that entry.
    static func reset(at cursor: Seq, bounds: JournalBounds) -> (reason: ServerSentEvent.ResetReason, cursor: Seq)? {
        if cursor > bounds.head { return (.ahead, bounds.head) }
        if cursor < bounds.oldest - 1 { return (.pruned, bounds.oldest - 1) }
        return nil
    }

    private func writePage(after cursor: Seq, write: (ByteBuffer) async throws -> Void) async throws -> Seq {
        let page = try await store.entries(after: cursor, matching: filter, limit: Subscription.pageSize)
        var buffer = ByteBuffer()
        for entry in page.entries {
            buffer.writeBytes(ServerSentEvent.frame(entry))
            if buffer.readableBytes >= Subscription.maxWriteBytes {
                try await write(buffer)
                buffer = ByteBuffer()
            }
        }
        if buffer.readableBytes > 0 { try await write(buffer) }
        return page.cursor
    }
}
