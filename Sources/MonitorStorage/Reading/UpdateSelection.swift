import GRDB
import MonitorCore

/// Which updates are wanted, in the tables' own numbers.
struct UpdateSelection {
    var tasks: [Int64] = []
    var workstreams: [Int64] = []
    /// Per dimension the terms of which any matches.
    var terms: [Term.Dimension: [Int64]] = [:]
    /// An FTS5 query.
    var search: String?
    var seqs: SeqRange
    /// Inclusive bounds of the timestamp, beside the seqs that they imply.
    var since: Timestamp?
    var until: Timestamp?

    init(seqs: SeqRange) { self.seqs = seqs }

    /// The dimensions in a fixed order, so that equal selections give equal SQL.
    var dimensions: [Term.Dimension] { terms.keys.sorted { $0.rawValue < $1.rawValue } }
}

/// Seqs strictly between two bounds.
struct SeqRange: Equatable {
    var after: Seq
    var before: Seq

    static let all = SeqRange(after: -1, before: .max)

    var isEmpty: Bool { before - 1 <= after }

    var values: [SQLValue] { [.int(after), .int(before)] }
}

extension UpdateSelection {
    /// `nil` where a filter names what no update has: nothing can match then.
    init?(_ filter: UpdateFilter, on database: Database) throws {
        self.init(seqs: SeqRange(after: filter.afterSeq ?? -1, before: filter.beforeSeq ?? .max))
        if let id = filter.taskID {
            guard let key = try TaskRow.key(of: id, on: database) else { return nil }
            tasks = [key]
        }
        if let id = filter.workstreamID {
            guard let key = try WorkstreamRow.key(of: id, on: database) else { return nil }
            workstreams = [key]
        }
        let wanted: [(Term.Dimension, [String])] = [
            (.source, filter.sources), (.kind, filter.kinds), (.level, filter.levels.map(\.rawValue)),
            (.tag, filter.tags),
        ]
        guard try addTerms(wanted, on: database), addSearch(filter.search) else { return nil }
        try narrow(since: filter.since, until: filter.until, on: database)
    }

    /// `nil` where a filter names what no update has.
    init?(_ filter: StreamFilter, seqs: SeqRange, on database: Database) throws {
        self.init(seqs: seqs)
        tasks = try filter.taskIDs.compactMap { try TaskRow.key(of: $0, on: database) }
        workstreams = try filter.workstreamIDs.compactMap { try WorkstreamRow.key(of: $0, on: database) }
        if tasks.isEmpty && !filter.taskIDs.isEmpty { return nil }
        if workstreams.isEmpty && !filter.workstreamIDs.isEmpty { return nil }
        let wanted: [(Term.Dimension, [String])] = [
            (.source, filter.sources), (.kind, filter.kinds), (.level, filter.levels.map(\.rawValue)),
            (.tag, filter.tags),
        ]
        guard try addTerms(wanted, on: database) else { return nil }
    }

    /// False where none of a dimension's texts was ever stored.
    private mutating func addTerms(_ wanted: [(Term.Dimension, [String])], on database: Database) throws -> Bool {
        let find = try SQLStatement("SELECT id FROM terms WHERE dimension = ? AND text = ?", on: database)
        for (dimension, texts) in wanted where !texts.isEmpty {
            let ids = try texts.compactMap { text in
                try find.first([.int(dimension.rawValue), .text(text)]) { $0.int(0) }
            }
            if ids.isEmpty { return false }
            terms[dimension] = ids
        }
        return true
    }

    private mutating func addSearch(_ query: SearchQuery?) -> Bool {
        guard let query else { return true }
        search = query.fts5
        return search != nil
    }

    /// Turns times into bounds on seq: on time rows rise with it, and late ones have an index of their own.
    private mutating func narrow(since: Timestamp?, until: Timestamp?, on database: Database) throws {
        (self.since, self.until) = (since, until)
        if let since {
            let first = try SQLStatement(
                "SELECT seq FROM updates WHERE late = 0 AND timestamp >= ? ORDER BY timestamp, seq LIMIT 1",
                on: database
            ).first([.int(since.microseconds)]) { $0.int(0) }
            seqs.after = max(seqs.after, (first ?? .max) - 1)
        }
        if let until {
            let last = try SQLStatement(
                "SELECT seq FROM updates WHERE late = 0 AND timestamp <= ? ORDER BY timestamp DESC, seq DESC LIMIT 1",
                on: database
            ).first([.int(until.microseconds)]) { $0.int(0) }
            let lastLate = try SQLStatement(
                "SELECT max(seq) FROM updates WHERE late = 1 AND timestamp <= ?", on: database
            )
            .first([.int(until.microseconds)]) { $0.optionalInt(0) ?? 0 }
            seqs.before = min(seqs.before, max(last ?? 0, lastLate ?? 0) + 1)
        }
    }
}

extension SearchQuery {
    /// The query in FTS5's language, every word quoted so that nothing in it is an operator; `nil` without a word.
    var fts5: String? {
        let parts = terms.compactMap { term -> String? in
            switch term {
            case .phrase(let text): SearchQuery.hasWord(text) ? SearchQuery.quote(text) : nil
            case .prefix(let text): SearchQuery.hasWord(text) ? SearchQuery.quote(text) + " *" : nil
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    /// The tokenizer drops all but letters and digits; a phrase of nothing else would match nothing.
    private static func hasWord(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static func quote(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
