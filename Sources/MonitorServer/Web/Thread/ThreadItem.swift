import MonitorCore
import MonitorSources

/// An entry of a task's thread.
enum ThreadItem {
    case update(Update)
    case run(ToolRun)
    case change(StateChange)

    /// The newest seq that it covers: the order of the thread.
    var seq: Seq {
        switch self {
        case .update(let update): update.seq
        case .run(let run): run.newest.seq
        case .change(let change): change.seq
        }
    }

    var time: Timestamp {
        switch self {
        case .update(let update): update.timestamp
        case .run(let run): run.newest.timestamp
        case .change(let change): change.time
        }
    }

    /// Makes a thread of updates and changes, all newest first: runs of tool calls become one item.
    ///
    /// Runs are counted from the oldest update, so that a later one joins the same run as when it was drawn before.
    static func items(updates: [Update], changes: [StateChange], folds: Bool = true) -> [ThreadItem] {
        var items: [ThreadItem] = []
        var changes = changes.reversed()[...]
        for update in updates.reversed() {
            while let change = changes.first, change.seq < update.seq {
                items.append(.change(change))
                changes.removeFirst()
            }
            append(update, to: &items, folds: folds)
        }
        return (items + changes.map(ThreadItem.change)).reversed()
    }

    private static func append(_ update: Update, to items: inout [ThreadItem], folds: Bool) {
        guard ToolRun.isFoldable(update) else { return items.append(.update(update)) }
        let tool = ToolRecord(update.content.data)
        if folds, case .run(var run) = items.last {
            // Taken out meanwhile, so that the run grows in its place instead of being copied.
            items.removeLast()
            let hasJoined = run.join(update, tool)
            items.append(.run(run))
            if hasJoined { return }
        }
        if let run = ToolRun(update, tool) { items.append(.run(run)) }
    }
}
