import MonitorCore
import MonitorSources

/// What rows of a thread say that only their neighbours tell: how long a turn, a subagent or a wait took.
struct ThreadContext {
    enum Wait: Equatable {
        case lasted(Duration)
        /// It goes on.
        case since(Timestamp)
    }

    private(set) var durations: [Seq: Duration] = [:]
    private(set) var waits: [Seq: Wait] = [:]

    /// Takes what the thread shows, newest first; what began before that is not known.
    init(updates: [Update], changes: [StateChange]) {
        var prompts: [String: Timestamp] = [:]
        var starts: [String: Timestamp] = [:]
        for update in updates.reversed() {
            switch update.content.kind {
            case "user_prompt": prompts[update.content.source] = update.timestamp
            case "turn_end":
                durations[update.seq] = prompts.removeValue(forKey: update.content.source)?
                    .duration(to: update.timestamp)
            case "subagent_start":
                if let subagent = SubagentRecord(update.content.data) { starts[subagent.id] = update.timestamp }
            case "subagent_stop":
                let start = SubagentRecord(update.content.data).flatMap { starts.removeValue(forKey: $0.id) }
                durations[update.seq] = start?.duration(to: update.timestamp)
            default: break
            }
        }
        readWaits(updates, changes)
    }

    /// A request is answered when the agent's state leaves `waiting`.
    private mutating func readWaits(_ updates: [Update], _ changes: [StateChange]) {
        let changes = Array(changes.reversed())
        for update in updates where update.content.kind == "permission_request" || update.content.kind == "question" {
            guard let begin = changes.firstIndex(where: { $0.seq > update.seq }),
                changes[begin].agentState == .waiting, changes[begin].seq <= update.seq + ThreadContext.reach
            else { continue }
            let end = changes[begin...].first { $0.agentState != .waiting }
            waits[update.seq] = end.map { .lasted(update.timestamp.duration(to: $0.time)) } ?? .since(update.timestamp)
        }
    }

    /// A request's own change of state follows it at once, but for what others write in the same batch.
    private static let reach: Seq = 64
}
