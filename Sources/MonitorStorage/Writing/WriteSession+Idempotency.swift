import MonitorCore

extension WriteSession {
    /// The first update's outcome if this one came before; throws a conflict if its key was used for another one.
    func earlierOutcome(_ draft: UpdateDraft) throws -> AppendOutcome? {
        if let key = draft.idempotencyKey,
            let seq = try statements.findIdempotencyKey.first([.text(key)], { $0.int(0) })
        {
            return try compare(draft, with: seq, name: "Idempotency-Key '\(key)'")
        }
        if let id = draft.id, let seq = try statements.findUpdateByID.first([.id(id)], { $0.int(0) }) {
            return try compare(draft, with: seq, name: "id '\(id)'")
        }
        return nil
    }

    private func compare(_ draft: UpdateDraft, with seq: Seq, name: String) throws -> AppendOutcome {
        guard let earlier = try UpdateRow.find(.seq(seq), on: database) else {
            throw APIError(.conflict, "the update with \(name) was deleted")
        }
        guard draft.isSame(as: earlier) else {
            throw APIError(.conflict, "\(name) was used for another update (seq \(seq)); a new update wants a new one")
        }
        return .repeated(seq: seq, json: earlier.json)
    }
}
