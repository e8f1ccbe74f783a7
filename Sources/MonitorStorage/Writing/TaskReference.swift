import GRDB
import MonitorCore

/// What an update needs to know of its task.
struct TaskReference {
    let key: Int64
    let workstreamID: WorkstreamID

    /// More tasks than are written to at one time; past it the cache begins anew.
    private static let cacheCapacity = 10_000

    fileprivate static func makeRoom(in cache: inout [TaskID: TaskReference]) {
        if cache.count >= cacheCapacity { cache.removeAll(keepingCapacity: true) }
    }
}

extension WriteSession {
    func reference(to id: TaskID) throws -> TaskReference? {
        if let known = taskCache[id] { return known }
        var binder = SQLBinder(statements.findTask.pointer)
        binder.id(id)
        let found = try statements.findTask.first { row in
            TaskReference(key: row.int(0), workstreamID: try row.id(1))
        }
        guard let found else { return nil }
        TaskReference.makeRoom(in: &taskCache)
        taskCache[id] = found
        return found
    }

    /// The term's number; a new term gets one.
    func id(of term: Term) throws -> Int64 {
        if let known = termCache[term] { return known }
        if termCache.count >= 10_000 { termCache.removeAll(keepingCapacity: true) }
        let values: [SQLValue] = [.int(term.dimension.rawValue), .text(term.text)]
        if let found = try statements.findTerm.first(values, { $0.int(0) }) {
            termCache[term] = found
            return found
        }
        try statements.insertTerm.run(values)
        let id = database.lastInsertedRowID
        termCache[term] = id
        return id
    }
}
