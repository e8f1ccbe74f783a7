import GRDB
import MonitorCore

/// Which updates are wanted, in the tables' own numbers.
struct UpdateSelection {
    /// The tasks to which the updates are limited, by a task or a workstream; `nil` for all.
    var tasks: Set<Int64>?
    /// Per dimension the terms of which any matches.
    var terms: [Term.Dimension: Set<Int64>] = [:]
    /// An FTS5 query.
    var search: String?
    var seqs: SeqRange
    /// Inclusive bounds of the timestamp, beside the seqs that they imply.
    var since: Timestamp?
    var until: Timestamp?

    /// `nil` where a filter names what no update has: nothing can match then.
    init?(_ filter: UpdateFilter, on database: Database) throws {
        seqs = SeqRange(after: filter.afterSeq ?? -1, before: filter.beforeSeq ?? .max)
        try limitTasks(filter.taskID.map { [$0] } ?? [], filter.workstreamID.map { [$0] } ?? [], on: database)
        try addFamilies(filter.sourceFamilies, on: database)
        let wanted: [(Term.Dimension, [String])] = [
            (.source, filter.sources + filter.sourceFamilies), (.kind, filter.kinds),
            (.level, filter.levels.map(\.rawValue)),
            (.tag, filter.tags),
        ]
        guard tasks?.isEmpty != true, try addTerms(wanted, on: database), addSearch(filter.search) else { return nil }
        try narrow(since: filter.since, until: filter.until, on: database)
    }

    /// `nil` where a filter names what no update has.
    init?(_ filter: StreamFilter, seqs: SeqRange, on database: Database) throws {
        self.seqs = seqs
        try limitTasks(filter.taskIDs, filter.workstreamIDs, on: database)
        let wanted: [(Term.Dimension, [String])] = [
            (.source, filter.sources), (.kind, filter.kinds), (.level, filter.levels.map(\.rawValue)),
            (.tag, filter.tags),
        ]
        guard tasks?.isEmpty != true, try addTerms(wanted, on: database) else { return nil }
    }

    /// A workstream is the tasks in it now; with both, the tasks that are in both.
    private mutating func limitTasks(_ ids: [TaskID], _ workstreams: [WorkstreamID], on database: Database) throws {
        if !ids.isEmpty { tasks = Set(try ids.compactMap { try TaskRow.key(of: $0, on: database) }) }
        if workstreams.isEmpty { return }
        let find = try SQLStatement(
            "SELECT key FROM tasks WHERE workstream = (SELECT key FROM workstreams WHERE id = ?) AND last_seq > ?",
            on: database)
        let inWorkstreams = Set(try workstreams.flatMap { try find.all([.id($0), .int(seqs.after)]) { $0.int(0) } })
        tasks = tasks?.intersection(inWorkstreams) ?? inWorkstreams
    }

    /// False where none of a dimension's texts was ever stored.
    private mutating func addTerms(_ wanted: [(Term.Dimension, [String])], on database: Database) throws -> Bool {
        let find = try SQLStatement("SELECT id FROM terms WHERE dimension = ? AND text = ?", on: database)
        for (dimension, texts) in wanted where !texts.isEmpty {
            let ids = try texts.compactMap { try find.first([.int(dimension.rawValue), .text($0)]) { $0.int(0) } }
            terms[dimension, default: []].formUnion(ids)
        }
        return !terms.values.contains(where: \.isEmpty)
    }

    /// The sources of a family begin with its name and a colon; a semicolon is the next character.
    private mutating func addFamilies(_ families: [String], on database: Database) throws {
        if families.isEmpty { return }
        let find = try SQLStatement(
            "SELECT id FROM terms WHERE dimension = ? AND text >= ? AND text < ?", on: database)
        terms[.source] = Set(
            try families.flatMap { family in
                let bounds: [SQLValue] = [.text(family + ":"), .text(family + ";")]
                return try find.all([.int(Term.Dimension.source.rawValue)] + bounds) { $0.int(0) }
            })
    }

    private mutating func addSearch(_ query: SearchQuery?) -> Bool {
        guard let query else { return true }
        search = query.fts5
        return search != nil
    }

    /// Turns times into bounds on seq: rows on time rise with it, and late ones have an index of their own.
    private mutating func narrow(since: Timestamp?, until: Timestamp?, on database: Database) throws {
        (self.since, self.until) = (since, until)
        if let since {
            let first = try SQLStatement(
                "SELECT seq FROM updates WHERE late = 0 AND timestamp >= ? ORDER BY timestamp, seq LIMIT 1",
                on: database
            ).first([.int(since.microseconds)]) { $0.int(0) }
            // A late row follows one on time that is newer, unless that one was purged.
            let firstLate = try SQLStatement(
                "SELECT min(+seq) FROM updates WHERE late = 1 AND timestamp >= ?", on: database
            ).first([.int(since.microseconds)]) { $0.optionalInt(0) ?? .max }
            seqs.after = max(seqs.after, min(first ?? .max, firstLate ?? .max) - 1)
        }
        if let until {
            let last = try SQLStatement(
                "SELECT seq FROM updates WHERE late = 0 AND timestamp <= ? ORDER BY timestamp DESC, seq DESC LIMIT 1",
                on: database
            ).first([.int(until.microseconds)]) { $0.int(0) }
            let lastLate = try SQLStatement(
                "SELECT max(+seq) FROM updates WHERE late = 1 AND timestamp <= ?", on: database
            )
            .first([.int(until.microseconds)]) { $0.optionalInt(0) ?? 0 }
            seqs.before = min(seqs.before, max(last ?? 0, lastLate ?? 0) + 1)
        }
    }
}

/// Seqs strictly between two bounds.
struct SeqRange: Equatable {
    var after: Seq
    var before: Seq

    static let all = SeqRange(after: -1, before: .max)

    var isEmpty: Bool { before - 1 <= after }

    var values: [SQLValue] { [.int(after), .int(before)] }
}
