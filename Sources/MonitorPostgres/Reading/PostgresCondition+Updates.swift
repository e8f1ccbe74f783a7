#if PostgreSQL
import MonitorCore

extension PostgresCondition {
    /// False where the search has no word.
    mutating func addSearch(_ query: SearchQuery?) -> Bool {
        guard let query else { return true }
        guard let words = query.tsquery else { return false }
        add("j.search @@ ?::tsquery", .text(words))
        return true
    }

    mutating func add(_ filter: UpdateFilter) {
        if let task = filter.taskID { add("j.task_id = ?", .id(task)) }
        if let workstream = filter.workstreamID { addWorkstreams([workstream]) }
        addSources(filter.sources, families: filter.sourceFamilies)
        add("j.kind", in: filter.kinds)
        add("j.level", in: filter.levels.map(\.rawValue))
        if !filter.tags.isEmpty { add("j.tags && ?", .texts(filter.tags)) }
        if let after = filter.afterSeq { add("j.seq > ?", .int(after)) }
        if let before = filter.beforeSeq { add("j.seq < ?", .int(before)) }
        if let since = filter.since { add("j.timestamp >= ?", .int(since.microseconds)) }
        if let until = filter.until { add("j.timestamp <= ?", .int(until.microseconds)) }
    }

    mutating func addUpdates(of filter: StreamFilter) {
        if !filter.taskIDs.isEmpty { add("j.task_id = ANY(?)", .ids(filter.taskIDs)) }
        addWorkstreams(filter.workstreamIDs)
        add("j.source", in: filter.sources)
        add("j.kind", in: filter.kinds)
        add("j.level", in: filter.levels.map(\.rawValue))
        if !filter.tags.isEmpty { add("j.tags && ?", .texts(filter.tags)) }
    }

    /// A workstream's updates are those of the tasks that are in it now.
    private mutating func addWorkstreams(_ ids: [WorkstreamID]) {
        if ids.isEmpty { return }
        add("j.task_id IN (SELECT id FROM tasks WHERE workstream_id = ANY(?))", .ids(ids))
    }

    /// The sources of a family begin with its name and a colon; a semicolon is the next character.
    private mutating func addSources(_ sources: [String], families: [String]) {
        if families.isEmpty { return add("j.source", in: sources) }
        var options = ["j.source = ANY(\(bind(.texts(sources + families))))"]
        for family in families {
            options.append("j.source >= \(bind(.text(family + ":"))) AND j.source < \(bind(.text(family + ";")))")
        }
        add("(\(options.joined(separator: " OR ")))")
    }

    /// Turns times into bounds on seq: rows on time rise with it, and late ones have an index of their own.
    mutating func narrow(since: Timestamp?, until: Timestamp?, on connection: PostgresConnection) throws {
        func seq(_ sql: String, _ time: Timestamp) throws -> Seq? {
            try connection.execute(sql, [.int(time.microseconds)]).first { $0.optionalInt(0) } ?? nil
        }
        if let since {
            let first = try seq(
                "SELECT seq FROM journal WHERE NOT late AND timestamp >= $1 ORDER BY timestamp, seq LIMIT 1", since)
            let late = try seq("SELECT min(seq) FROM journal WHERE late AND timestamp >= $1", since)
            add("j.seq >= ?", .int(min(first ?? .max, late ?? .max)))
        }
        if let until {
            let last = try seq(
                "SELECT seq FROM journal WHERE NOT late AND timestamp <= $1 ORDER BY timestamp DESC, seq DESC LIMIT 1",
                until)
            let late = try seq("SELECT max(seq) FROM journal WHERE late AND timestamp <= $1", until)
            add("j.seq <= ?", .int(max(last ?? 0, late ?? 0)))
        }
    }
}
#endif
