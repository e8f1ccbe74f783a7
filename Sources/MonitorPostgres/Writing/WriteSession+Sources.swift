#if PostgreSQL
import MonitorCore

/// What sources deliver: found or made where it belongs, stored once, and understood, in one transaction.
extension WriteSession {
    /// Stores an event's update and what it means for state, or answers with the one that came before.
    func record(_ delivery: SourceDelivery) throws -> AppendOutcome {
        if let earlier = try earlierOutcome(of: delivery) { return earlier }
        let now = clock()
        let time = min(delivery.timestamp ?? now, now)
        let (id, isNew) = try task(for: delivery, at: time)
        guard let workstream = try workstream(of: id) else { throw APIError.notFound("task \(id)") }
        let draft = UpdateDraft(taskID: id, content: delivery.event.content, timestamp: time)
        let outcome = insert(PreparedUpdate(draft), EncodedContent(draft.content), in: workstream)
        for key in delivery.keys { remember(key, seq: head) }
        if !isNew { try apply(delivery.event, to: id, at: time) }
        if delivery.event.opensSession { try activateWorkstream(workstream) }
        for case .check(let run) in delivery.event.signals { try apply(run, at: time) }
        return outcome
    }

    private func earlierOutcome(of delivery: SourceDelivery) throws -> AppendOutcome? {
        for key in delivery.keys {
            guard let seq = keys[key] else { continue }
            try flush()
            if let earlier = try UpdateRow.find(.seq(seq), on: connection) {
                return .repeated(seq: seq, json: earlier.json)
            }
            throw APIError(.conflict, "this delivery came before, and its update was deleted")
        }
        return nil
    }

    private func apply(_ event: SourceEvent, to id: TaskID, at time: Timestamp) throws {
        guard let old = try TaskRow.state(of: id, on: connection) else { return }
        var new = old.applying(event, at: time)
        if new.task.branchKey != old.task.branchKey { new = try showingChecks(new, at: time) }
        try store(new, over: old)
    }

    /// Writes a state that has changed; what is shown of it is an entry of the journal.
    func store(_ new: TrackedState, over old: TrackedState) throws {
        if new == old { return }
        guard new.task != old.task else { return try write(new) }
        try flush()
        var new = new
        new.task.activity = try TaskRow.find(old.task.id, on: connection)?.activity ?? old.task.activity
        try write(new)
        recordUpdate(of: new.task, from: old.task)
    }

    /// A session at work in an archived workstream brings it back.
    private func activateWorkstream(_ id: WorkstreamID) throws {
        guard try WorkstreamRow.find(id, on: connection)?.status == .archived else { return }
        var patch = WorkstreamPatch()
        patch.status = .active
        _ = try updateWorkstream(id, patch)
    }
}
#endif
