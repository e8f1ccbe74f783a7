import MonitorCore

/// What the walks of a query do not say of a row.
struct SelectionRemainder {
    private let tasks: Set<Int64>?
    private let since: Timestamp?
    private let until: Timestamp?

    init(of selection: UpdateSelection, coversTasks: Bool) {
        tasks = coversTasks ? nil : selection.tasks
        since = selection.since
        until = selection.until
    }

    var isEmpty: Bool { tasks == nil && since == nil && until == nil }

    /// Looks at a row of `UpdateRow.select`.
    func passes(_ row: SQLRow) -> Bool {
        if let tasks, !tasks.contains(row.int(12)) { return false }
        if let since, row.timestamp(3) < since { return false }
        if let until, row.timestamp(3) > until { return false }
        return true
    }
}
