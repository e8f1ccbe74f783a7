extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC with six digits of fraction and `Z`.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(27)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the RFC 3339 form without Foundation's formatters, which cost up to a thousand times as much.
    ///
    /// A time outside the years 0 to 9999, which RFC 3339 cannot write, is written as the nearest one that it can.
    package func write(to bytes: inout [UInt8]) {
        let writable = min(max(microseconds, Timestamp.yearZero), Timestamp.endOfYear9999)
        let (day, rest) = writable.dividedFlooring(by: .microsecondsPerDay)
        let date = CivilDate(daysSince1970: day)
        bytes.appendDigits(date.year, from: 1000)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(date.month, from: 10)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(date.day, from: 10)
        bytes.append(UInt8(ascii: "T"))
        bytes.appendDigits(rest / 3_600_000_000, from: 10)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(rest / 60_000_000 % 60, from: 10)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(rest / 1_000_000 % 60, from: 10)
        bytes.append(UInt8(ascii: "."))
        bytes.appendDigits(rest % 1_000_000, from: 100_000)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// Reads RFC 3339 with any offset and any number of fraction digits (those past the sixth are dropped).
    ///
    /// A date alone (`2026-11-24`) is midnight UTC, and second 60 (a leap second) is the next one. Times from 1970 to
    /// 9999, in UTC; anything else is `nil`.
    package init?(rfc3339 text: some StringProtocol) {
        var reader = RFC3339Reader(text)
        guard let date = reader.date() else { return nil }
        var time = date.daysSince1970 * .microsecondsPerDay
        if !reader.isAtEnd {
            guard reader.skip("T") || reader.skip("t") || reader.skip(" "), let sinceMidnight = reader.timeOfDay(),
                let offset = reader.offset(), reader.isAtEnd
            else { return nil }
            time += sinceMidnight - offset
        }
        guard (0...Timestamp.endOfYear9999).contains(time) else { return nil }
        self.init(microseconds: time)
    }

    /// The first moment of the year 0.
    private static let yearZero = -719_528 * Int64.microsecondsPerDay
    /// The last microsecond of the year 9999.
    private static let endOfYear9999 = 2_932_897 * Int64.microsecondsPerDay - 1
}

extension Int64 {
    fileprivate static let microsecondsPerDay: Int64 = 86_400_000_000

    fileprivate func dividedFlooring(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension [UInt8] {
    /// Appends the decimal digits of a value that is not negative, the first of which counts `unit`s.
    fileprivate mutating func appendDigits(_ value: Int64, from unit: Int64) {
        var unit = unit
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(value / unit % 10))
            unit /= 10
        }
    }
}
