#if PostgreSQL
package import MonitorCore

extension PostgresJournalStore {
    package func openBrowserSession(_ session: BrowserSession, limit: Int) async throws {
        try await write { try $0.open(session, limit: limit) }
    }

    package func browserSession(digest: [UInt8]) async throws -> BrowserSession? {
        try await read { try BrowserSessionRow.find(digest: digest, on: $0) }
    }

    package func browserSessions(of owner: [UInt8]) async throws -> [BrowserSession] {
        try await read { try BrowserSessionRow.list(owner: owner, on: $0) }
    }

    package func touchBrowserSessions(
        _ ids: Set<BrowserSessionID>, at time: Timestamp
    ) async throws -> Set<BrowserSessionID> {
        try await write { try $0.touchBrowserSessions(ids, at: time) }
    }

    package func endBrowserSessions(_ ids: Set<BrowserSessionID>) async throws {
        try await write { try $0.endBrowserSessions(ids) }
    }

    package func endBrowserSessions(outside bounds: BrowserSessionBounds) async throws {
        try await write { try $0.endBrowserSessions(outside: bounds) }
    }
}
#endif
