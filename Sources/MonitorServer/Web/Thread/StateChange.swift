import MonitorCore

/// How a task's row differs from what it was before, as the journal tells it.
struct StateChange: Equatable {
    enum Part: Equatable {
        case created
        case agentState(from: TrackedTask.AgentState?, to: TrackedTask.AgentState?, TrackedTask.Attention.Reason?)
        case status(from: TrackedTask.Status, to: TrackedTask.Status)
        case name(from: String)
        case workstream(from: WorkstreamID, to: WorkstreamID)
        case hidden(Bool)
        case summary(isRemoved: Bool)
        case branch(String?)
        case attention(TrackedTask.Attention.Reason)
    }

    let seq: Seq
    let time: Timestamp
    let parts: [Part]
    /// What the agent does from then on.
    let agentState: TrackedTask.AgentState?

    /// Reads what the store gives, newest first; each is told against the one after it.
    ///
    /// The oldest is told only where it is the creation: what an earlier one was is not known.
    static func changes(_ entries: [JournalEntry]) -> [StateChange] {
        let rows = entries.compactMap(TaskRowSnapshot.init)
        return rows.enumerated().compactMap { index, row in
            let old = rows.dropFirst(index + 1).first
            let parts: [Part] = row.isCreation ? [.created] : old.map(row.differences) ?? []
            guard !parts.isEmpty else { return nil }
            return StateChange(seq: row.seq, time: row.time, parts: parts, agentState: row.agentState)
        }
    }
}

/// What a line of a thread needs of a task's row at one time.
private struct TaskRowSnapshot {
    let seq: Seq
    let isCreation: Bool
    let time: Timestamp
    let agentState: TrackedTask.AgentState?
    private let reason: TrackedTask.Attention.Reason?
    private let status: TrackedTask.Status
    private let name: String
    private let workstreamID: WorkstreamID?
    private let isHidden: Bool
    private let summary: String?
    private let branch: String?

    init?(_ entry: JournalEntry) {
        guard let row = RawJSON(minified: entry.json).value.object,
            let time = row["updated_at"]?.string.flatMap({ Timestamp(rfc3339: $0) })
        else { return nil }
        seq = entry.seq
        isCreation = entry.event == .taskCreated
        self.time = time
        agentState = row["agent_state"]?.string.flatMap(TrackedTask.AgentState.init)
        reason = row["attention"]?["reason"]?.string.flatMap(TrackedTask.Attention.Reason.init)
        status = row["status"]?.string.flatMap(TrackedTask.Status.init) ?? .active
        name = row["name"]?.string ?? ""
        workstreamID = row["workstream_id"]?.string.flatMap { WorkstreamID($0) }
        isHidden = row["hidden"]?.bool ?? false
        summary = row["summary_text"]?.string
        branch = row["branch"]?.string
    }

    func differences(from old: TaskRowSnapshot) -> [StateChange.Part] {
        // The oldest wait is shown, which may be one that does not hold the agent.
        let stateReason = agentState == .waiting && reason != .ci && reason != .error ? reason : nil
        let changes: [StateChange.Part?] = [
            agentState == old.agentState
                ? nil : .agentState(from: old.agentState, to: agentState, stateReason),
            agentState != old.agentState || reason == old.reason ? nil : reason.map(StateChange.Part.attention),
            status == old.status ? nil : .status(from: old.status, to: status),
            name == old.name ? nil : .name(from: old.name),
            moved(from: old),
            isHidden == old.isHidden ? nil : .hidden(isHidden),
            summary == old.summary ? nil : .summary(isRemoved: summary == nil),
            branch == old.branch ? nil : .branch(branch),
        ]
        return changes.compactMap(\.self)
    }

    private func moved(from old: TaskRowSnapshot) -> StateChange.Part? {
        guard let now = workstreamID, let before = old.workstreamID, now != before else { return nil }
        return .workstream(from: before, to: now)
    }
}
