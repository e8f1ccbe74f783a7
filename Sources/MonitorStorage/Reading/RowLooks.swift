import MonitorCore

/// Counts rows of `UpdateRow.selectFacts` that look the same together.
///
/// Most rows look like one of a few before them, which is seen by comparing bytes in place: no text is made of each.
struct RowLooks {
    /// Comparing with more costs more than to begin anew.
    private static let most = 32

    private var looks: [Look] = []

    /// The texts that an update is counted by, and how many had them.
    private struct Look {
        let source: [UInt8]
        let kind: [UInt8]?
        let level: [UInt8]?
        var count = 1

        init(_ row: SQLRow) {
            source = row.bytes(4)
            kind = row.isNull(7) ? nil : row.bytes(7)
            level = row.isNull(8) ? nil : row.bytes(8)
        }

        func matches(_ row: SQLRow) -> Bool {
            row.has(source, 4) && row.has(kind, 7) && row.has(level, 8)
        }
    }

    mutating func add(_ row: SQLRow, to tally: inout FacetTally<Int64>) {
        tally.add(task: row.int(12), at: row.timestamp(3))
        if let index = looks.firstIndex(where: { $0.matches(row) }) {
            looks[index].count += 1
            // One step to the front, so that frequent ones are found first.
            if index > 0, looks[index].count > looks[index - 1].count { looks.swapAt(index, index - 1) }
        } else {
            if looks.count == RowLooks.most { empty(into: &tally) }
            looks.append(Look(row))
        }
    }

    /// Adds the texts of all rows since the last time.
    mutating func empty(into tally: inout FacetTally<Int64>) {
        for look in looks {
            tally.add(
                look.count, source: String(decoding: look.source, as: UTF8.self),
                kind: look.kind.map { String(decoding: $0, as: UTF8.self) },
                level: look.level.map { String(decoding: $0, as: UTF8.self) })
        }
        looks = []
    }
}
