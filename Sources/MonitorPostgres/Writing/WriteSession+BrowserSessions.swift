#if PostgreSQL
import MonitorCore

/// Browser sessions are no part of the journal: they have no seq, and nothing is published.
extension WriteSession {
    func open(_ session: BrowserSession, limit: Int) throws {
        try connection.execute(
            "INSERT INTO browser_sessions VALUES ($1, $2, $3, $4, $5, $6)",
            [
                .id(session.id), .bytes(session.digest), .bytes(session.owner), .text(session.userAgent),
                .int(session.createdAt.microseconds), .int(session.lastUsedAt.microseconds),
            ])
        let all = try BrowserSessionRow.list(owner: session.owner, on: connection).filter { $0.id != session.id }
        try endBrowserSessions(Set(all.dropFirst(limit - 1).map(\.id)))
    }

    func touchBrowserSessions(_ ids: Set<BrowserSessionID>, at time: Timestamp) throws -> Set<BrowserSessionID> {
        let touched: [BrowserSessionID] = try connection.execute(
            "UPDATE browser_sessions SET last_used_at = greatest(last_used_at, $1) WHERE id = ANY($2) RETURNING id",
            [.int(time.microseconds), .ids(ids)]
        ).map { try $0.id(0) }
        return Set(touched)
    }

    func endBrowserSessions(_ ids: Set<BrowserSessionID>) throws {
        if ids.isEmpty { return }
        try connection.execute("DELETE FROM browser_sessions WHERE id = ANY($1)", [.ids(ids)])
    }

    func endBrowserSessions(outside bounds: BrowserSessionBounds) throws {
        try connection.execute(
            "DELETE FROM browser_sessions WHERE created_at <= $1 OR last_used_at <= $2",
            [.int(bounds.createdAfter.microseconds), .int(bounds.usedAfter.microseconds)])
    }
}
#endif
