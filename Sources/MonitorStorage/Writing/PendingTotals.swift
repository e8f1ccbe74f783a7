import MonitorCore

/// What a transaction's updates add to the totals and posting lists, gathered so that each row is written once a batch.
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
    var postings: [PostingList: [Seq]] = [:]

    mutating func add(task: Int64, seq: Seq, at time: Timestamp, content: UpdateContent, terms: [Int64]) {
        addPostings(task: task, seq: seq, terms: terms)
        let message = content.excerpt
        var activity = tasks[task] ?? Activity(lastSeq: seq, lastAt: time, lastMessage: message)
        (activity.lastSeq, activity.lastAt, activity.lastMessage) = (seq, time, message)
        activity.updates += 1
        if content.level == .error { activity.errors += 1 }
        tasks[task] = activity
    }

    /// The same without the task's own totals.
    mutating func addPostings(task: Int64, seq: Seq, terms: [Int64]) {
        updates += 1
        postings[PostingList(term: PostingList.anyTerm, task: task), default: []].append(seq)
        for term in terms {
            postings[PostingList(term: term, task: PostingList.anyTask), default: []].append(seq)
            postings[PostingList(term: term, task: task), default: []].append(seq)
        }
    }
}

extension WriteSession {
    /// Writes the totals of the updates so far; at the end of a transaction, and before a command that reads them.
    func writeTotals() throws {
        for (task, activity) in totals.tasks { try write(activity, task: task) }
        for (list, seqs) in totals.postings { try append(seqs, to: list) }
        try statements.setHead.run([.int(head), .int(Int64(totals.updates))])
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
