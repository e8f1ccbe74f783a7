import MonitorCore

/// What a driver does not already say of a row.
struct SelectionRemainder {
    private let tasks: Set<Int64>?
    /// As bytes: Swift's strings are also equal where they are only canonically so.
    private let texts: [Term.Dimension: Set<[UInt8]>]
    private let since: Timestamp?
    private let until: Timestamp?

    init(of selection: UpdateSelection, after driver: UpdateDriver) {
        var (covered, coversTasks): (Term.Dimension?, Bool) = (nil, false)
        if case .lists(_, let dimension, let tasks) = driver { (covered, coversTasks) = (dimension, tasks) }
        tasks = coversTasks ? nil : selection.tasks
        texts = selection.terms.filter { $0.key != covered }.mapValues { Set($0.map { Array($0.text.utf8) }) }
        since = selection.since
        until = selection.until
    }

    var isEmpty: Bool { tasks == nil && texts.isEmpty && since == nil && until == nil }

    /// Looks at a row of `UpdateRow.select`.
    func passes(_ row: SQLRow) -> Bool {
        if let tasks, !tasks.contains(row.int(12)) { return false }
        if let since, row.timestamp(3) < since { return false }
        if let until, row.timestamp(3) > until { return false }
        return texts.allSatisfy { dimension, wanted in
            switch dimension {
            case .source: wanted.contains(row.bytes(4))
            case .kind: wanted.contains(row.bytes(7))
            case .level: wanted.contains(row.bytes(8))
            case .tag: UpdateRow.tags(row.bytes(9)).contains { wanted.contains(Array($0.utf8)) }
            }
        }
    }
}
