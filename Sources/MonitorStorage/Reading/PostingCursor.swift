import MonitorCore

/// Walks one posting list in a range, in either order, reading a few blocks at a time.
struct PostingCursor {
    private let reader: PostingReader
    private let list: PostingList
    private let range: SeqRange
    private let order: UpdateFilter.Order
    private var seqs: ArraySlice<Seq> = []
    /// Where the next blocks begin; `nil` at the end of the list.
    private var position: Seq?
    /// Doubles with each read: a short page reads little, a long walk reads seldom.
    private var blockCount = 2

    init(_ list: PostingList, in range: SeqRange, order: UpdateFilter.Order, reader: PostingReader) throws {
        self.reader = reader
        self.list = list
        self.range = range
        self.order = order
        position = order == .asc ? range.after : range.before
        try fill()
    }

    /// The next seq, if there is one.
    var head: Seq? { seqs.first }

    mutating func advance() throws {
        seqs = seqs.dropFirst()
        if seqs.isEmpty { try fill() }
    }

    /// Moves to the first seq at or beyond this one, past whole blocks without reading them.
    mutating func seek(to seq: Seq) throws {
        seqs = seqs.drop { order.isBefore($0, seq) }
        guard seqs.isEmpty, let from = position else { return }
        position = order == .asc ? max(from, seq - 1) : min(from, seq == .max ? seq : seq + 1)
        try fill()
    }

    private mutating func fill() throws {
        while seqs.isEmpty, let from = position {
            let blocks =
                order == .asc
                ? try reader.blocks(of: list, after: from, limit: blockCount)
                : try reader.blocks(of: list, before: from, limit: blockCount)
            take(blocks, from: from)
            blockCount = min(blockCount * 2, 128)
        }
    }

    /// The first block may begin before the position: part of it was read or passed before.
    private mutating func take(_ blocks: [PostingBlock], from: Seq) {
        let found = blocks.flatMap { order == .asc ? $0.seqs : $0.seqs.reversed() }
        let (after, before) = order == .asc ? (from, range.before) : (range.after, from)
        seqs = found.filter { $0 > after && $0 < before }[...]
        let isPastEnd = order == .asc ? (found.last ?? 0) >= range.before : (blocks.last?.first ?? .max) <= range.after
        if blocks.count < blockCount || isPastEnd {
            position = nil
        } else {
            position = order == .asc ? found.last : blocks.last?.first
        }
    }
}
