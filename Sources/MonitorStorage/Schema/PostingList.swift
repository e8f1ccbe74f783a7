import MonitorCore

/// Names a list of the updates that have a term, in seq order: of one task or of all.
struct PostingList: Hashable, Sendable {
    let term: Int64
    let task: Int64

    /// Stands for all tasks.
    static let anyTask: Int64 = 0
    /// With a task: all of its updates.
    static let anyTerm: Int64 = 0

    var values: [SQLValue] { [.int(term), .int(task)] }
}

/// Seqs that follow each other in a list, as one row: the first, and the steps from each to the next as LEB128.
struct PostingBlock: Equatable {
    let first: Seq
    let count: Int
    let rest: [UInt8]

    /// Seqs of a full block: large enough that a long list has few rows, small enough to be packed anew at each batch.
    static let capacity = 128

    init(first: Seq, count: Int, rest: [UInt8]) {
        self.first = first
        self.count = count
        self.rest = rest
    }

    /// Packs rising seqs; `nil` for none.
    init?(_ seqs: [Seq]) {
        guard let first = seqs.first else { return nil }
        var rest: [UInt8] = []
        rest.reserveCapacity(seqs.count * 2)
        var last = first
        for seq in seqs.dropFirst() {
            PostingBlock.append(step: UInt64(seq - last), to: &rest)
            last = seq
        }
        self.init(first: first, count: seqs.count, rest: rest)
    }

    static func append(step: UInt64, to rest: inout [UInt8]) {
        var step = step
        while step >= 0x80 {
            rest.append(UInt8(truncatingIfNeeded: step) | 0x80)
            step >>= 7
        }
        rest.append(UInt8(step))
    }

    var seqs: [Seq] {
        var seqs = [first]
        seqs.reserveCapacity(count)
        var (last, step, shift) = (first, UInt64(0), UInt64(0))
        for byte in rest {
            step |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte & 0x80 == 0 {
                last += Seq(step)
                seqs.append(last)
                (step, shift) = (0, 0)
            }
        }
        return seqs
    }
}

/// How long a list is, and its newest seqs, which are in no block yet.
struct PostingListState: Equatable {
    var length: Int
    var tail: PostingBlock?
}
