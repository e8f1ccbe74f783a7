extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC with six digits of fraction and `Z`.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(27)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the RFC 3339 form without Foundation's formatters, which cost up to a thousand times as much.
    package func write(to bytes: inout [UInt8]) {
        let day = microseconds.flooredQuotient(by: 86_400_000_000)
        let rest = microseconds - day * 86_400_000_000
        let date = CivilDate(daysSince1970: day)
        func digits(_ value: Int64, _ count: Int) {
            var divisor: Int64 = 1
            for _ in 1..<count { divisor *= 10 }
            var value = value
            while divisor > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(value / divisor))
                value %= divisor
                divisor /= 10
            }
        }
        digits(date.year, 4)
        bytes.append(UInt8(ascii: "-"))
        digits(date.month, 2)
        bytes.append(UInt8(ascii: "-"))
        digits(date.day, 2)
        bytes.append(UInt8(ascii: "T"))
        digits(rest / 3_600_000_000, 2)
        bytes.append(UInt8(ascii: ":"))
        digits(rest / 60_000_000 % 60, 2)
        bytes.append(UInt8(ascii: ":"))
        digits(rest / 1_000_000 % 60, 2)
        bytes.append(UInt8(ascii: "."))
        digits(rest % 1_000_000, 6)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// Reads RFC 3339 with any offset and any number of fraction digits (those past the sixth are dropped).
    ///
    /// A date alone (`2026-11-24`) is midnight UTC. Years 1970 to 9999; anything else is `nil`.
    package init?(rfc3339 text: some StringProtocol) {
        var reader = DigitReader(bytes: Array(text.utf8))
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), let date = CivilDate(year: year, month: month, day: day), year >= 1970
        else { return nil }
        let midnight = date.daysSince1970 * 86_400_000_000
        if reader.isAtEnd {
            self.init(microseconds: midnight)
            return
        }
        guard reader.skip("T", or: " "), let time = reader.timeOfDay(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        self.init(microseconds: midnight + time - offset)
    }
}

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}

/// Reads fixed-width numbers off an RFC 3339 text.
private struct DigitReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number(_ count: Int) -> Int64? {
        guard position + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[position..<position + count] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        position += count
        return value
    }

    mutating func skip(_ a: Character, or b: Character? = nil) -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        let lower = Character(UnicodeScalar(byte | 0x20))
        guard
            Character(UnicodeScalar(byte)) == a || lower == a.lowercased().first
                || (b.map { Character(UnicodeScalar(byte)) == $0 } ?? false)
        else { return false }
        position += 1
        return true
    }

    /// Microseconds since midnight; second 60 (a leap second) is taken as the next one.
    mutating func timeOfDay() -> Int64? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60, skip(":"),
            let second = number(2), second <= 60
        else { return nil }
        var fraction: Int64 = 0
        if skip(".") {
            var unit: Int64 = 100_000
            let first = position
            while let digit = number(1) {
                fraction += digit * unit
                unit /= 10
            }
            guard position > first else { return nil }
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
    }

    /// Microseconds east of UTC.
    mutating func offset() -> Int64? {
        if skip("Z") { return 0 }
        let sign: Int64
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
        return sign * (hour * 60 + minute) * 60_000_000
    }
}
