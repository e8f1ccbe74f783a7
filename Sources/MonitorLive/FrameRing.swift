import MonitorCore

/// The newest journal entries, each encoded once to its SSE bytes; bounded in count and bytes, the oldest go first.
struct FrameRing {
    struct Frame {
        let seq: Seq
        let event: EventName
        let keys: JournalEntry.Keys
        let bytes: [UInt8]

        init(_ entry: JournalEntry) {
            (seq, event, keys) = (entry.seq, entry.event, entry.keys)
            bytes = ServerSentEvent.frame(entry)
        }
    }

    private var frames: [Frame?]
    /// Positions count up for ever; a frame is at its position modulo the capacity.
    private var first = 0
    private var end = 0
    private var byteCount = 0
    private let byteCapacity: Int
    /// Every entry after this seq, up to the head, is in the ring.
    private(set) var base: Seq

    init(capacity: Int, byteCapacity: Int, base: Seq) {
        frames = Array(repeating: nil, count: capacity)
        self.byteCapacity = byteCapacity
        self.base = base
    }

    /// Sets where an empty ring begins.
    mutating func begin(at head: Seq) { base = head }

    mutating func append(_ frame: Frame) {
        if end - first == frames.count { removeFirst() }
        frames[end % frames.count] = frame
        end += 1
        byteCount += frame.bytes.count
        while byteCount > byteCapacity && end - first > 1 { removeFirst() }
    }

    /// Lets go of everything: whoever is behind `seq` reads the store instead.
    mutating func removeAll(upTo seq: Seq) {
        while first < end { removeFirst() }
        base = max(base, seq)
    }

    /// Visits the frames after `cursor`, oldest first, until `body` returns false.
    func forEach(after cursor: Seq, _ body: (Frame) -> Bool) {
        var position = firstPosition(after: cursor)
        while position < end {
            guard let frame = frames[position % frames.count], body(frame) else { return }
            position += 1
        }
    }

    private func firstPosition(after cursor: Seq) -> Int {
        var (low, high) = (first, end)
        while low < high {
            let middle = (low + high) / 2
            if (frames[middle % frames.count]?.seq ?? .max) <= cursor { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func removeFirst() {
        guard let frame = frames[first % frames.count] else { return }
        byteCount -= frame.bytes.count
        base = frame.seq
        frames[first % frames.count] = nil
        first += 1
    }
}
