import GRDB
import MonitorCore

/// The updates that the search index does not have yet: some that came a moment ago, or more where the disk is full.
///
/// A small index in memory matches them, so that a word is the same there as in the index.
struct SearchBacklog {
    let database: Database

    private static let indexEnd = "(SELECT indexed_through FROM journal_state WHERE id = 1)"

    private typealias Row = (seq: Seq, message: String, tags: String)

    var isEmpty: Bool {
        get throws {
            try SQLStatement("SELECT 1 FROM updates WHERE seq > \(SearchBacklog.indexEnd) LIMIT 1", on: database)
                .first { _ in true } == nil
        }
    }

    /// Those in the range that match, oldest first; all of them come after everything in the index.
    func seqs(matching query: String, in range: SeqRange) throws -> [Seq] {
        let rows = try rows(in: range)
        if rows.isEmpty { return [] }
        return try DatabaseQueue().inDatabase { memory in
            try memory.execute(
                sql: "CREATE VIRTUAL TABLE words USING fts5 (message, tags, tokenize = '\(Migrations.searchTokenizer)')"
            )
            let insert = try SQLStatement("INSERT INTO words (rowid, message, tags) VALUES (?, ?, ?)", on: memory)
            for row in rows { try insert.run([.int(row.seq), .text(row.message), .text(row.tags)]) }
            return try SQLStatement("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", on: memory)
                .all([.text(query)]) { $0.int(0) }
        }
    }

    private func rows(in range: SeqRange) throws -> [Row] {
        try SQLStatement(
            """
            SELECT seq, message, tags FROM updates
            WHERE seq > max(?, \(SearchBacklog.indexEnd)) AND seq < ?
            """, on: database
        ).all(range.values) { ($0.int(0), $0.text(1), $0.text(2)) }
    }
}
