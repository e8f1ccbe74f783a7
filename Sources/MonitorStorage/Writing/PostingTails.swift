import MonitorCore

/// The tails of the lists that were written to lately, and which of them the table has to learn of.
struct PostingTails {
    private var tails: [PostingList: PostingTail] = [:]
    private var changed: [PostingList] = []

    /// Lists that are written to at one time: a few for each task, some 300 bytes each.
    private static let capacity = 20_000

    /// Adds a seq in its place; a list that is not here yet is loaded.
    mutating func append(_ seq: Seq, to list: PostingList, load: (PostingList) throws -> PostingListState) rethrows {
        guard let index = tails.index(forKey: list) else {
            var tail = PostingTail(try load(list))
            tail.append(seq)
            tails[list] = tail
            return changed.append(list)
        }
        if !tails.values[index].isChanged { changed.append(list) }
        tails.values[index].append(seq)
    }

    /// Hands out what each changed list's row becomes, with the block that its tail has filled.
    mutating func writeChanged(_ write: (PostingList, PostingListState, PostingBlock?) throws -> Void) rethrows {
        for list in changed {
            guard let index = tails.index(forKey: list) else { continue }
            let block = tails.values[index].takeFullBlock()
            try write(list, tails.values[index].state, block)
            tails.values[index].markWritten()
        }
        changed.removeAll(keepingCapacity: true)
        if tails.count > PostingTails.capacity { tails.removeAll() }
    }

    /// Lets go of a list whose row is changed by other means.
    mutating func forget(_ list: PostingList) { tails[list] = nil }
}
