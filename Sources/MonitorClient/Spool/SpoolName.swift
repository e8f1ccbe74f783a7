package import MonitorCore

/// The name of a file in the spool: time, size and random digits, `001764000000000000-1234-9f3c….delivery`.
///
/// The time is zero-padded microseconds, so that names sort by it.
package struct SpoolName: Comparable, Hashable, Sendable, CustomStringConvertible {
    package let description: String
    package let size: Int
    package let time: Timestamp

    private static let suffix = ".delivery"
    private static let timeWidth = 18

    init(time: Timestamp, size: Int) {
        let digits = String(max(0, time.microseconds))
        let padding = String(repeating: "0", count: max(0, SpoolName.timeWidth - digits.count))
        let random = String(UInt64.random(in: .min ... .max), radix: 16)
        description = "\(padding)\(digits)-\(size)-\(random)\(SpoolName.suffix)"
        self.size = size
        self.time = time
    }

    init?(_ text: String) {
        guard text.hasSuffix(SpoolName.suffix) else { return nil }
        let parts = text.dropLast(SpoolName.suffix.count).split(separator: "-")
        guard parts.count == 3, parts[0].count == SpoolName.timeWidth, let time = Int64(parts[0]),
            let size = Int(parts[1]), size >= 0
        else { return nil }
        description = text
        self.size = size
        self.time = Timestamp(microseconds: time)
    }

    package static func < (a: SpoolName, b: SpoolName) -> Bool {
        a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
    }
}
