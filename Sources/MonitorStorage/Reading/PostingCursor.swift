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

    /// The first block of an ascending read may begin before the position: part of it was read before.
    private mutating func take(_ blocks: [PostingBlock], from: Seq) {
        let found = blocks.flatMap { order == .asc ? $0.seqs : $0.seqs.reversed() }
        let after = order == .asc ? from : range.after
        seqs = found.filter { $0 > after && $0 < range.before }[...]
        let isPastEnd = order == .asc ? (found.last ?? 0) >= range.before : (blocks.last?.first ?? .max) <= range.after
        if blocks.count < blockCount || isPastEnd {
            position = nil
        } else {
            position = order == .asc ? found.last : blocks.last?.first
        }
    }
}

/// Merges posting lists in order, each seq once.
struct MergedPostings {
    private var cursors: [PostingCursor]
    private let order: UpdateFilter.Order

    init(
        _ lists: [PostingList], in range: SeqRange, order: UpdateFilter.Order, reader: PostingReader
    ) throws {
        self.order = order
        cursors = try lists.map { try PostingCursor($0, in: range, order: order, reader: reader) }
        cursors.removeAll { $0.head == nil }
    }

    mutating func next() throws -> Seq? {
        let heads = cursors.lazy.compactMap(\.head)
        guard let seq = order == .asc ? heads.min() : heads.max() else { return nil }
        for index in cursors.indices where cursors[index].head == seq { try cursors[index].advance() }
        cursors.removeAll { $0.head == nil }
        return seq
    }
}
