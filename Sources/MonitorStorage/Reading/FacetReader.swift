import GRDB
import MonitorCore

/// Counts what a filter matches: of everything by the kept counts, else over the newest updates that match.
struct FacetReader {
    let database: Database

    func facets(of filter: UpdateFilter, since moments: [Timestamp]) throws -> UpdateFacets {
        var filter = filter
        (filter.order, filter.limit, filter.totalLimit) = (.asc, UpdateFilter().limit, nil)
        if filter == UpdateFilter() { return try keptFacets(since: moments) }
        guard let selection = try UpdateSelection(filter, on: database) else {
            return FacetTally<Int64>(moments: moments).facets(isExact: true) { _ in nil }
        }
        return try countedFacets(of: UpdateQuery(selection, on: database), since: moments)
    }

    private func countedFacets(of query: UpdateQuery, since moments: [Timestamp]) throws -> UpdateFacets {
        var tally = FacetTally<Int64>(moments: moments)
        var looks = RowLooks()
        var isExact = true
        try query.forEachRow(UpdateRow.selectFacts, order: .desc) { row in
            isExact = tally.total < UpdateFacets.mostCounted
            if isExact { looks.add(row, to: &tally) }
            return isExact
        }
        looks.empty(into: &tally)
        let find = try SQLStatement(
            "SELECT w.id FROM tasks t JOIN workstreams w ON w.key = t.workstream WHERE t.key = ?", on: database)
        return try tally.facets(isExact: isExact) { task in try find.first([.int(task)]) { try $0.id(0) } }
    }

    /// Everything: lengths of posting lists and counts of tasks, exact however many there are.
    private func keptFacets(since moments: [Timestamp]) throws -> UpdateFacets {
        var tally = FacetTally<Int64>(moments: [])
        try SQLStatement(
            """
            SELECT t.dimension, t.text, p.count FROM posting_lists p JOIN terms t ON t.id = p.term
            WHERE p.task = ? AND p.count > 0
            """, on: database
        ).forEach([.int(PostingList.anyTask)]) { row in
            tally.add(Int(row.int(2)), of: Term.Dimension(rawValue: row.int(0)), text: row.text(1))
        }
        var facets = tally.facets(isExact: true) { _ in nil }
        try SQLStatement(
            """
            SELECT w.id, sum(t.update_count), count(*) FROM workstreams w CROSS JOIN tasks t ON t.workstream = w.key
            WHERE t.update_count > 0 GROUP BY w.key
            """, on: database
        ).forEach { row in
            facets.workstreams[try row.id(0)] = UpdateFacets.Count(Int(row.int(1)), isExact: true)
            facets.total.value += Int(row.int(1))
            facets.tasks.value += Int(row.int(2))
        }
        for moment in moments { facets.since[moment] = try count(since: moment) }
        return facets
    }

    private func count(since moment: Timestamp) throws -> UpdateFacets.Count {
        let most = UpdateFacets.mostCounted
        let found = try [0, 1].reduce(0) { sum, late in
            let sql = "SELECT count(*) FROM (SELECT 1 FROM updates WHERE late = \(late) AND timestamp >= ? LIMIT ?)"
            return sum
                + (try SQLStatement(sql, on: database).first([.int(moment.microseconds), .int(Int64(most + 1))]) {
                    Int($0.int(0))
                } ?? 0)
        }
        return UpdateFacets.Count(min(found, most), isExact: found <= most)
    }
}
