import MonitorCore

/// What a transaction's updates add to the totals, gathered so that each row is written once a batch.
struct PendingTotals {
    struct Activity {
        var lastSeq: Seq
        var lastAt: Timestamp
        var lastMessage: String
        var updates = 0
        var errors = 0
    }

    var updates = 0
    var tasks: [Int64: Activity] = [:]

    mutating func add(task: Int64, seq: Seq, at time: Timestamp, content: UpdateContent) {
        let message = content.excerpt
        var activity = tasks[task] ?? Activity(lastSeq: seq, lastAt: time, lastMessage: message)
        (activity.lastSeq, activity.lastAt, activity.lastMessage) = (seq, time, message)
        activity.updates += 1
        if content.level == .error { activity.errors += 1 }
        tasks[task] = activity
    }
}

extension WriteSession {
    /// Writes the totals and posting lists of the updates so far; at the end of a transaction, and before a command that
    /// reads them.
    func writeTotals() throws {
        for (task, activity) in totals.tasks { try write(activity, task: task) }
        try writePostings()
        try statements.setHead.run([.int(head), .int(Int64(totals.updates)), .int(indexedThrough)])
        totals = PendingTotals()
    }

    private func write(_ activity: PendingTotals.Activity, task: Int64) throws {
        var row = SQLBinder(statements.addToTask.pointer)
        row.int(task)
        row.int(activity.lastSeq)
        row.int(activity.lastAt.microseconds)
        row.text(activity.lastMessage)
        row.int(Int64(activity.updates))
        row.int(Int64(activity.errors))
        try statements.addToTask.finish()
    }
}
