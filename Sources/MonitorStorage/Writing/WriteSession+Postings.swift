import MonitorCore

extension WriteSession {
    /// Adds seqs to a list's tail; a full tail becomes a block.
    func append(_ seqs: [Seq], to list: PostingList) throws {
        var tail =
            try tailCache.removeValue(forKey: list)
            ?? PostingTail(
                PostingReader(database: database).state(of: list))
        for seq in seqs { tail.append(seq) }
        if let block = tail.takeFullBlock() { try insert(block, into: list) }
        try set(list, to: tail.state)
        if tailCache.count >= WriteSession.tailCacheCapacity { tailCache.removeAll() }
        tailCache[list] = tail
    }

    /// Lists that are written to at one time: a few for each task, some 300 bytes each.
    private static let tailCacheCapacity = 20_000

    /// Takes a seq out of the tail or the block that holds it.
    func remove(_ seq: Seq, from list: PostingList) throws {
        let reader = PostingReader(database: database)
        tailCache[list] = nil
        var state = try reader.state(of: list)
        if let tail = state.tail, tail.seqs.contains(seq) {
            state.tail = PostingBlock(tail.seqs.filter { $0 != seq })
        } else if let block = try reader.storedBlocks(of: list, before: seq + 1, limit: 1).first,
            block.seqs.contains(seq)
        {
            try execute(
                "DELETE FROM postings WHERE term = ? AND task = ? AND first = ?", .int(list.term), .int(list.task),
                .int(block.first))
            if let rest = PostingBlock(block.seqs.filter { $0 != seq }) { try insert(rest, into: list) }
        } else {
            return
        }
        state.length -= 1
        try set(list, to: state)
    }

    private func insert(_ block: PostingBlock, into list: PostingList) throws {
        var row = SQLBinder(statements.insertPostings.pointer)
        row.int(list.term)
        row.int(list.task)
        row.int(block.first)
        row.int(Int64(block.count))
        row.blob(block.rest)
        try statements.insertPostings.finish()
    }

    private func set(_ list: PostingList, to state: PostingListState) throws {
        var row = SQLBinder(statements.setPostingList.pointer)
        row.int(list.task)
        row.int(list.term)
        row.int(Int64(state.length))
        row.bind(.int(state.tail?.first))
        row.int(Int64(state.tail?.count ?? 0))
        row.blob(state.tail?.rest ?? [])
        try statements.setPostingList.finish()
    }
}
