/// The name of a delivery's file: its turn, something random, and for which server it is.
///
/// The order of the names as text is the order in which they are sent.
package struct SpoolName: Hashable, Comparable, Sendable {
    /// Rises with each delivery: its time in microseconds, or one more than the turn before where the clock stepped back.
    package let turn: Int64
    /// The same for all deliveries to one server.
    let serverTag: String
    package let text: String

    init(turn: Int64, random: UInt32, server: ServerAddress?) {
        self.turn = turn
        serverTag = SpoolName.tag(of: server)
        text = "\(FixedDigits.decimal(turn, count: 20))-\(FixedDigits.hex(random))-\(serverTag)"
    }

    /// `nil` for a file that is none of ours.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 20, parts[1].utf8.count == 8, parts[2].utf8.count == 8,
            let turn = Int64(parts[0]), (0...SpoolName.lastTurn).contains(turn)
        else { return nil }
        self.turn = turn
        serverTag = String(parts[2])
        self.text = text
    }

    /// Leaves room for more; no clock gets there.
    static let lastTurn = Int64.max / 2

    package static func < (a: SpoolName, b: SpoolName) -> Bool { a.text < b.text }

    /// FNV-1a: short, and only ever compared with its like.
    static func tag(of server: ServerAddress?) -> String {
        let hash = (server?.description ?? "").utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return FixedDigits.hex(hash)
    }
}
