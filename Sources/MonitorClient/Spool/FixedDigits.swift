/// Numbers with a fixed count of digits, so that their order as text is their order as numbers.
enum FixedDigits {
    static func decimal(_ value: Int64, count: Int) -> String { padded(String(value), count) }

    static func hex(_ value: UInt32) -> String { padded(String(value, radix: 16), 8) }

    static func hex(_ value: UInt8) -> UInt8 {
        value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a")
    }

    private static func padded(_ digits: String, _ count: Int) -> String {
        String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }
}
