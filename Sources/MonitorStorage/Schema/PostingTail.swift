import MonitorCore

/// A list's newest seqs as the writer keeps them between batches: packed already, so that a new one costs a few bytes
/// and no look into the table.
struct PostingTail {
    private(set) var length: Int
    private var first: Seq?
    private var last: Seq
    private var count: Int
    private var rest: [UInt8]
    /// Whether the row in the table is older.
    private(set) var isChanged = false

    init(_ state: PostingListState) {
        length = state.length
        first = state.tail?.first
        last = state.tail?.seqs.last ?? 0
        count = state.tail?.count ?? 0
        rest = state.tail?.rest ?? []
    }

    /// Adds a seq above all others of the list.
    mutating func append(_ seq: Seq) {
        if first == nil { first = seq } else { PostingBlock.append(step: UInt64(seq - last), to: &rest) }
        last = seq
        count += 1
        length += 1
        isChanged = true
    }

    /// Takes the tail away as a block once it is full.
    mutating func takeFullBlock() -> PostingBlock? {
        guard count >= PostingBlock.capacity, let block else { return nil }
        (first, count) = (nil, 0)
        rest.removeAll(keepingCapacity: true)
        return block
    }

    mutating func markWritten() { isChanged = false }

    var state: PostingListState { PostingListState(length: length, tail: block) }

    private var block: PostingBlock? { first.map { PostingBlock(first: $0, count: count, rest: rest) } }
}
