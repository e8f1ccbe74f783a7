/// What those who append agree on: the last turn that was given, and how many bytes the queue holds.
///
/// It spares each hook from looking at all files; where it is missing or wrong, the flusher counts anew.
struct SpoolLedger: Equatable {
    var lastTurn: Int64 = 0
    var bytes: Int64 = 0

    /// The turn of a delivery of that time; later than all before it, also where the clock has stepped back.
    mutating func nextTurn(at microseconds: Int64) -> Int64 {
        lastTurn = max(microseconds, lastTurn + 1)
        return lastTurn
    }

    var content: [UInt8] {
        [lastTurn, bytes].flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value >> Int64($0 * 8)) } }
    }

    init(lastTurn: Int64 = 0, bytes: Int64 = 0) {
        self.lastTurn = lastTurn
        self.bytes = bytes
    }

    /// `nil` for what no ledger can say.
    init?(content: [UInt8]) {
        guard content.count == 16 else { return nil }
        func value(_ bytes: ArraySlice<UInt8>) -> Int64 { bytes.reversed().reduce(0) { $0 << 8 | Int64($1) } }
        self.init(lastTurn: value(content[..<8]), bytes: value(content[8...]))
        guard (0...SpoolName.lastTurn).contains(lastTurn), (0...(Int64.max / 2)).contains(bytes) else { return nil }
    }
}
