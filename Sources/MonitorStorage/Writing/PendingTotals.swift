import MonitorCore

/// What a transaction's updates add to the kept totals, gathered so that each row is written once a batch.
struct PendingTotals {
    struct TermCount: Hashable {
        let term: Int64
        /// 0 for all tasks.
        let task: Int64
    }

    struct Activity {
        var lastSeq: Seq
        var lastAt: Timestamp
        var lastMessage: String
        var updates = 0
        var errors = 0
    }

    var updates = 0
    var tasks: [Int64: Activity] = [:]
    var terms: [TermCount: Int64] = [:]

    mutating func add(task: Int64, seq: Seq, at time: Timestamp, content: UpdateContent, terms ids: [Int64]) {
        updates += 1
        let message = String(content.message.prefix(TaskReference.lastMessageLength))
        var activity = tasks[task] ?? Activity(lastSeq: seq, lastAt: time, lastMessage: message)
        (activity.lastSeq, activity.lastAt, activity.lastMessage) = (seq, time, message)
        activity.updates += 1
        if content.level == .error { activity.errors += 1 }
        tasks[task] = activity
        for id in ids {
            terms[TermCount(term: id, task: 0), default: 0] += 1
            terms[TermCount(term: id, task: task), default: 0] += 1
        }
    }
}

extension WriteSession {
    /// Writes the totals of the updates so far; at the end of a transaction, and before a command that reads them.
    func writeTotals() throws {
        for (task, activity) in totals.tasks {
            var binder = SQLBinder(statements.addToTask.pointer)
            binder.int(task)
            binder.int(activity.lastSeq)
            binder.int(activity.lastAt.microseconds)
            binder.text(activity.lastMessage)
            binder.int(Int64(activity.updates))
            binder.int(Int64(activity.errors))
            try statements.addToTask.finish()
        }
        for (key, count) in totals.terms {
            try statements.addToTermCount.run([.int(key.term), .int(key.task), .int(count)])
        }
        try statements.setHead.run([.int(head), .int(Int64(totals.updates))])
        totals = PendingTotals()
    }
}
