import GRDB
import MonitorCore

/// Reads the blocks of posting lists.
struct PostingReader {
    let database: Database

    private static let columns = "first, count, rest"

    /// Blocks from the one that holds the first seq of the range on, oldest first.
    func blocks(of list: PostingList, after: Seq, limit: Int) throws -> [PostingBlock] {
        let blocks = try SQLStatement(
            """
            SELECT \(PostingReader.columns) FROM postings WHERE term = ?1 AND task = ?2 AND first >= coalesce(
                (SELECT first FROM postings WHERE term = ?1 AND task = ?2 AND first <= ?3 ORDER BY first DESC LIMIT 1), ?3)
            ORDER BY first LIMIT ?4
            """, on: database
        ).all(list.values + [.int(after == .max ? after : after + 1), .int(Int64(limit))], PostingReader.read)
        guard blocks.count < limit, let tail = try state(of: list).tail else { return blocks }
        return blocks + [tail]
    }

    /// Blocks that begin before a seq, newest first.
    func blocks(of list: PostingList, before: Seq, limit: Int) throws -> [PostingBlock] {
        guard let tail = try state(of: list).tail, tail.first < before else {
            return try storedBlocks(of: list, before: before, limit: limit)
        }
        return [tail] + (try storedBlocks(of: list, before: before, limit: limit - 1))
    }

    /// Those of them that are not the tail.
    func storedBlocks(of list: PostingList, before: Seq, limit: Int) throws -> [PostingBlock] {
        try SQLStatement(
            """
            SELECT \(PostingReader.columns) FROM postings WHERE term = ? AND task = ? AND first < ?
            ORDER BY first DESC LIMIT ?
            """, on: database
        ).all(list.values + [.int(before), .int(Int64(limit))], PostingReader.read)
    }

    /// How many seqs of a list lie in the range: whole blocks by their counts, and the two at its ends by their seqs.
    func count(of list: PostingList, in range: SeqRange) throws -> Int {
        if range.isEmpty { return 0 }
        let within = try SQLStatement(
            "SELECT sum(count) FROM postings WHERE term = ? AND task = ? AND first > ? AND first < ?", on: database
        ).first(list.values + range.values) { Int($0.optionalInt(0) ?? 0) }
        let tail = try state(of: list).tail.map { $0.first > range.after && $0.first < range.before ? $0.count : 0 }
        let last = try blocks(of: list, before: range.before, limit: 1).first
        let beyond = last.map { $0.first > range.after ? $0.seqs.count { $0 >= range.before } : 0 } ?? 0
        let begun = try blocks(of: list, before: range.after == .max ? .max : range.after + 1, limit: 1).first
        let rest = begun.map { $0.seqs.count { $0 > range.after && $0 < range.before } } ?? 0
        return (within ?? 0) + (tail ?? 0) - beyond + rest
    }

    /// The kept length of a list.
    func length(of list: PostingList) throws -> Int { try state(of: list).length }

    func state(of list: PostingList) throws -> PostingListState {
        try SQLStatement(
            "SELECT count, tail_first, tail_count, tail_rest FROM posting_lists WHERE task = ? AND term = ?",
            on: database
        ).first([.int(list.task), .int(list.term)]) { row in
            let tail = row.optionalInt(1).map { PostingBlock(first: $0, count: Int(row.int(2)), rest: row.bytes(3)) }
            return PostingListState(length: Int(row.int(0)), tail: tail)
        } ?? PostingListState(length: 0, tail: nil)
    }

    private static func read(_ row: SQLRow) -> PostingBlock {
        PostingBlock(first: row.int(0), count: Int(row.int(1)), rest: row.bytes(2))
    }
}
