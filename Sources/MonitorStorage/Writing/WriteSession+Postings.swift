import MonitorCore

extension WriteSession {
    /// Puts an update into the lists of its task and terms; the tables get them with the totals.
    func addPostings(task: Int64, seq: Seq, terms: [Int64]) throws {
        totals.updates += 1
        let load = PostingReader(database: database).state(of:)
        try tails.append(seq, to: PostingList(term: PostingList.anyTerm, task: task), load: load)
        for term in terms {
            try tails.append(seq, to: PostingList(term: term, task: PostingList.anyTask), load: load)
            try tails.append(seq, to: PostingList(term: term, task: task), load: load)
        }
    }

    /// Writes each changed list once; a full tail becomes a block.
    func writePostings() throws {
        try tails.writeChanged { list, state, block in
            if let block { try insert(block, into: list) }
            try set(list, to: state)
        }
    }

    /// Takes a seq out of the tail or the block that holds it.
    func remove(_ seq: Seq, from list: PostingList) throws {
        let reader = PostingReader(database: database)
        tails.forget(list)
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
