import MonitorCore

/// Merges posting lists in order, each seq once.
struct MergedPostings {
    private var cursors: [PostingCursor]
    private let order: UpdateFilter.Order
    /// The cursors by their heads, the next one last; sorted, because a busy list soon comes last again.
    private var queue: [(head: Seq, cursor: Int)] = []

    init(
        _ lists: [PostingList], in range: SeqRange, order: UpdateFilter.Order, reader: PostingReader
    ) throws {
        self.order = order
        cursors = try lists.map { try PostingCursor($0, in: range, order: order, reader: reader) }
        queue = cursors.enumerated().compactMap { index, cursor in cursor.head.map { ($0, index) } }
        queue.sort { order.isBefore($1.head, $0.head) }
    }

    /// The next seq, if there is one.
    var head: Seq? { queue.last?.head }

    mutating func next() throws -> Seq? {
        guard let seq = head else { return nil }
        try advance()
        return seq
    }

    /// Goes on to the next seq.
    mutating func advance() throws {
        guard let seq = head else { return }
        while let last = queue.last, last.head == seq {
            queue.removeLast()
            try cursors[last.cursor].advance()
            insert(last.cursor)
        }
    }

    /// Moves to the first seq at or beyond this one.
    mutating func seek(to seq: Seq) throws {
        while let last = queue.last, order.isBefore(last.head, seq) {
            queue.removeLast()
            try cursors[last.cursor].seek(to: seq)
            insert(last.cursor)
        }
    }

    private mutating func insert(_ cursor: Int) {
        guard let head = cursors[cursor].head else { return }
        var (low, high) = (0, queue.count)
        while low < high {
            let middle = (low + high) / 2
            if order.isBefore(head, queue[middle].head) { low = middle + 1 } else { high = middle }
        }
        queue.insert((head, cursor), at: low)
    }
}
