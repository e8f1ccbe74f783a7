#if PostgreSQL
import MonitorCore

extension WriteSession {
    func createWorkstream(_ draft: WorkstreamDraft) throws -> Workstream {
        let now = clock()
        let row = Workstream(
            id: .make(at: now, using: &random), name: draft.name, metadata: draft.metadata, createdAt: now,
            updatedAt: now)
        try connection.execute(
            """
            INSERT INTO workstreams (id, name, status, metadata, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .id(row.id), .text(row.name), .text(row.status.rawValue), .json(row.metadata),
                .int(now.microseconds), .int(now.microseconds),
            ])
        record(.workstreamCreated, keys: .init(workstreamID: row.id), json: row.json)
        return row
    }

    func updateWorkstream(_ id: WorkstreamID, _ patch: WorkstreamPatch) throws -> Workstream {
        guard let old = try WorkstreamRow.find(id, on: connection) else {
            throw APIError.notFound("workstream \(id)")
        }
        let new = old.applying(patch, at: clock())
        if new == old { return old }
        try connection.execute(
            "UPDATE workstreams SET name = $1, status = $2, metadata = $3, updated_at = $4 WHERE id = $5",
            [
                .text(new.name), .text(new.status.rawValue), .json(new.metadata),
                .int(new.updatedAt.microseconds), .id(id),
            ])
        record(.workstreamUpdated, keys: .init(workstreamID: id), json: new.json)
        return new
    }
}
#endif
