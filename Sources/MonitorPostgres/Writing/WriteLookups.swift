#if PostgreSQL
import MonitorCore

/// The tasks, ids and keys that updates name: looked up for a whole batch at once.
struct WriteLookups: Sendable {
    private var tasks: Set<TaskID> = []
    private var ids: Set<UpdateID> = []
    private var keys: Set<String> = []

    init(_ drafts: [UpdateDraft] = []) {
        for draft in drafts {
            tasks.insert(draft.taskID)
            if let id = draft.id { ids.insert(id) }
            if let key = draft.idempotencyKey { keys.insert(key) }
        }
    }

    init(_ deliveries: [SourceDelivery]) { keys = Set(deliveries.flatMap(\.keys)) }

    init(merging all: [WriteLookups]) {
        for lookups in all {
            tasks.formUnion(lookups.tasks)
            ids.formUnion(lookups.ids)
            keys.formUnion(lookups.keys)
        }
    }

    /// What there is to ask.
    enum Question {
        case tasks(Set<TaskID>)
        case ids(Set<UpdateID>)
        /// Answered by places in the list.
        case keys([String])

        var statement: PostgresStatement {
            switch self {
            case .tasks(let ids):
                PostgresStatement("SELECT id, workstream_id FROM tasks WHERE id = ANY($1)", [.ids(ids)])
            case .ids(let ids):
                PostgresStatement("SELECT id, seq FROM update_ids WHERE id = ANY($1)", [.ids(ids)])
            case .keys(let keys):
                PostgresStatement(
                    """
                    SELECT k.place, i.seq FROM unnest($1::bytea[]) WITH ORDINALITY AS k (digest, place)
                    JOIN idempotency_keys i ON i.digest = k.digest
                    """, [.digests(keys)])
            }
        }
    }

    var questions: [Question] {
        var questions: [Question] = []
        if !tasks.isEmpty { questions.append(.tasks(tasks)) }
        if !ids.isEmpty { questions.append(.ids(ids)) }
        if !keys.isEmpty { questions.append(.keys(Array(keys))) }
        return questions
    }
}
#endif
