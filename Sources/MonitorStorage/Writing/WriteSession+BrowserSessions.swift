import MonitorCore

/// Browser sessions are no part of the journal: they have no seq, and nothing is published.
extension WriteSession {
    func open(_ session: BrowserSession, limit: Int) throws {
        try execute(
            "INSERT INTO browser_sessions VALUES (?, ?, ?, ?, ?, ?)", .id(session.id), .blob(session.digest),
            .blob(session.owner), .text(session.userAgent), .int(session.createdAt.microseconds),
            .int(session.lastUsedAt.microseconds))
        let all = try BrowserSessionRow.list(owner: session.owner, on: database).filter { $0.id != session.id }
        for surplus in all.dropFirst(limit - 1) { try endBrowserSession(surplus.id) }
    }

    func touchBrowserSessions(_ ids: Set<BrowserSessionID>, at time: Timestamp) throws -> Set<BrowserSessionID> {
        let statement = try SQLStatement(
            "UPDATE browser_sessions SET last_used_at = max(last_used_at, ?) WHERE id = ? RETURNING id", on: database)
        return Set(try ids.flatMap { id in try statement.all([.int(time.microseconds), .id(id)]) { try $0.id(0) } })
    }

    func endBrowserSession(_ id: BrowserSessionID) throws {
        try execute("DELETE FROM browser_sessions WHERE id = ?", .id(id))
    }

    func endBrowserSessions(outside bounds: BrowserSessionBounds) throws {
        try execute(
            "DELETE FROM browser_sessions WHERE created_at <= ? OR last_used_at <= ?",
            .int(bounds.createdAfter.microseconds), .int(bounds.usedAfter.microseconds))
    }
}
