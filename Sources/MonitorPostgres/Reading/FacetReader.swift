#if PostgreSQL
import MonitorCore

/// Counts what a filter matches: of everything by the kept counts, else over the newest updates that match.
struct FacetReader {
    let connection: PostgresConnection

    func facets(of filter: UpdateFilter, since moments: [Timestamp]) throws -> UpdateFacets {
        var filter = filter
        (filter.order, filter.limit, filter.totalLimit) = (.asc, UpdateFilter().limit, nil)
        if filter == UpdateFilter() { return try keptFacets(since: moments) }
        var tally = FacetTally<TaskID>(moments: moments)
        guard let query = try UpdateQuery(filter, on: connection) else {
            return tally.facets(isExact: true) { _ in nil }
        }
        let rows = try query.rows(
            "j.source, j.kind, j.level, j.task_id, j.timestamp", order: .desc, limit: UpdateFacets.mostCounted + 1)
        let counted = try rows.map(FacetReader.read).prefix(UpdateFacets.mostCounted)
        for (source, kind, level, task, time) in counted {
            tally.add(source: source, kind: kind, level: level, task: task, at: time)
        }
        let places = try workstreams(of: Set(counted.map(\.task)))
        return tally.facets(isExact: rows.count <= UpdateFacets.mostCounted) { places[$0] }
    }

    private static func read(
        _ row: PostgresRow
    ) throws -> (source: String, kind: String?, level: String?, task: TaskID, time: Timestamp) {
        (row.text(0), row.optionalText(1), row.optionalText(2), try row.id(3), row.timestamp(4))
    }

    private func workstreams(of tasks: Set<TaskID>) throws -> [TaskID: WorkstreamID] {
        let pairs: [(TaskID, WorkstreamID)] = try connection.execute(
            "SELECT id, workstream_id FROM tasks WHERE id = ANY($1)", [.ids(tasks)]
        ).map { (try $0.id(0), try $0.id(1)) }
        return Dictionary(pairs) { a, _ in a }
    }

    /// Everything: exact, however many there are.
    private func keptFacets(since moments: [Timestamp]) throws -> UpdateFacets {
        var tally = FacetTally<TaskID>(moments: [])
        for (dimension, text, count) in try connection.execute("SELECT dimension, text, count FROM term_counts").map({
            ($0.int(0), $0.text(1), Int($0.int(2)))
        }) {
            tally.add(count, of: Term.Dimension(rawValue: dimension), text: text)
        }
        var facets = tally.facets(isExact: true) { _ in nil }
        let rows: [(WorkstreamID, Int, Int)] = try connection.execute(
            """
            SELECT workstream_id, sum(update_count)::bigint, count(*) FROM tasks WHERE update_count > 0
            GROUP BY workstream_id
            """
        ).map { (try $0.id(0), Int($0.int(1)), Int($0.int(2))) }
        for (workstream, updates, tasks) in rows {
            facets.workstreams[workstream] = UpdateFacets.Count(updates, isExact: true)
            facets.total.value += updates
            facets.tasks.value += tasks
        }
        for moment in moments { facets.since[moment] = try count(since: moment) }
        return facets
    }

    private func count(since moment: Timestamp) throws -> UpdateFacets.Count {
        let most = UpdateFacets.mostCounted
        let found = try ["late", "NOT late"].reduce(0) { sum, condition in
            let sql = """
                SELECT count(*) FROM (SELECT 1 FROM journal WHERE \(condition) AND timestamp >= $1 LIMIT $2) AS newer
                """
            return sum
                + (try connection.execute(sql, [.int(moment.microseconds), .int(Int64(most + 1))]).first {
                    Int($0.int(0))
                } ?? 0)
        }
        return UpdateFacets.Count(min(found, most), isExact: found <= most)
    }
}
#endif
