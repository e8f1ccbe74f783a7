#if PostgreSQL
import MonitorCore

extension WriteSession {
    /// Marks the sessions that were silent for too long, and returns how many.
    func ageSessions(_ limits: SilenceLimits) throws -> Int {
        try flush()
        let now = clock()
        let states = try TaskRow.states(
            """
            t.agent_state IN ('working', 'waiting') AND t.last_activity_at <
                CASE t.agent_state WHEN 'working' THEN $1 ELSE $2 END
            """,
            [
                .int(now.advanced(by: .zero - limits.working).microseconds),
                .int(now.advanced(by: .zero - limits.waiting).microseconds),
            ], on: connection)
        for old in states { try store(old.aged(at: now), over: old) }
        return states.count
    }
}
#endif
