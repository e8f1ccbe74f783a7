import Foundation
import MonitorCore
import Testing

@Suite struct TimestampTests {
    static let lastMicrosecond: Int64 = 253_402_300_799_999_999

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (1, "1970-01-01T00:00:00.000001Z"),
            (999_999, "1970-01-01T00:00:00.999999Z"),
            (1_000_000, "1970-01-01T00:00:01.000000Z"), (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
            (1_795_512_600_123_456, "2026-11-24T09:30:00.123456Z"), (lastMicrosecond, "9999-12-31T23:59:59.999999Z"),
            (-1, "1969-12-31T23:59:59.999999Z"), (-62_167_219_200_000_000, "0000-01-01T00:00:00.000000Z"),
        ] as [(Int64, String)])
    func `a time is written as RFC 3339 in UTC`(_ microseconds: Int64, _ text: String) {
        #expect(Timestamp(microseconds: microseconds).description == text)
    }

    @Test(arguments: [Int64.min, Int64.max, lastMicrosecond + 1])
    func `a time that RFC 3339 cannot write is written as the nearest one`(_ microseconds: Int64) {
        let text = Timestamp(microseconds: microseconds).description
        #expect(text == (microseconds < 0 ? "0000-01-01T00:00:00.000000Z" : "9999-12-31T23:59:59.999999Z"))
    }

    @Test(arguments: 1...10)
    func `what is written is read again and Foundation agrees`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for _ in 0..<300 {
            let time = Timestamp(microseconds: Int64.random(in: 0...TimestampTests.lastMicrosecond, using: &random))
            let text = time.description
            #expect(Timestamp(rfc3339: text) == time)
            let milliseconds = (try style.parse(text).timeIntervalSince1970 * 1000).rounded()
            #expect(abs(milliseconds - Double(time.microseconds) / 1000) < 1.5, "\(text)")
        }
    }

    @Test(arguments: 11...15)
    func `what Foundation writes is read to the second`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let seconds = Int64.random(in: 0...253_402_300_799, using: &random)
            let text = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
            #expect(Timestamp(rfc3339: text)?.microseconds == seconds * 1_000_000, "\(text)")
        }
    }

    @Test(
        arguments: [
            ("2026-11-24", 1_795_478_400_000_000), ("2026-11-24T00:00:00Z", 1_795_478_400_000_000),
            ("2026-11-24t09:30:00z", 1_795_512_600_000_000), ("2026-11-24 09:30:00Z", 1_795_512_600_000_000),
            ("2026-11-24T09:30:00+01:00", 1_795_509_000_000_000), ("2026-11-24T09:30:00-05:30", 1_795_532_400_000_000),
            ("2026-11-24T09:30:00-00:00", 1_795_512_600_000_000), ("2026-11-24T09:30:00+23:59", 1_795_426_260_000_000),
            ("2026-11-24T09:30:00.1Z", 1_795_512_600_100_000), ("2026-11-24T09:30:00.000001Z", 1_795_512_600_000_001),
            ("2026-11-24T09:30:00.123456789Z", 1_795_512_600_123_456),
            ("2026-11-24T09:30:00.999999999999Z", 1_795_512_600_999_999),
            ("2026-11-24T09:30:00.5+00:00", 1_795_512_600_500_000), ("2024-02-29T12:00:00Z", 1_709_208_000_000_000),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000_000), ("2016-12-31T15:59:60.5-08:00", 1_483_228_800_500_000),
            ("1969-12-31T23:00:00-01:00", 0), ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
        ] as [(String, Int64)])
    func `RFC 3339 is read with any offset and fraction`(_ text: String, _ microseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.microseconds == microseconds)
    }

    @Test(arguments: [
        "", " ", "junk", "now", "0", "1795512600", "2026", "2026-11", "2026-11-2", "2026-1-24", "26-11-24",
        "2026/11/24",
        "20261124", "2026-11-24T", "2026-11-24T09", "2026-11-24T09:30", "2026-11-24T09:30Z", "2026-11-24T09:30:00",
        "2026-11-24T9:30:00Z", "2026-11-24T09:30:0Z", "2026-11-24T24:00:00Z", "2026-11-24T09:60:00Z",
        "2026-11-24T09:30:61Z",
        "2026-11-24T09:30:00.Z", "2026-11-24T09:30:00,5Z", "2026-11-24T09:30:00.5", "2026-11-24T09:30:00.-5Z",
        "2026-11-24T09:30:00+01", "2026-11-24T09:30:00+0100", "2026-11-24T09:30:00+24:00", "2026-11-24T09:30:00+01:60",
        "2026-11-24T09:30:00 01:00", "2026-11-24T09:30:00ZZ", "2026-11-24T09:30:00Z ", " 2026-11-24T09:30:00Z",
        "2026-11-24T09:30:00Z\n", "2026-11-24T09:30:00Z\u{0}", "2026-11-24_09:30:00Z", "2026-11-24T09-30-00Z",
        "2026-02-29T00:00:00Z", "2100-02-29", "2026-13-01", "2026-00-01", "2026-11-31", "2026-11-00", "-2026-11-24",
        "+2026-11-24", "12026-11-24", "1969-12-31", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+00:01", "0000-01-01",
        "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z", "2026\r11\r24", "2026-11-24T09\u{1A}30\u{1A}00Z",
        "2026-11-24T09:30:00\u{0B}01:00", "2026-11-24\u{54}\u{301}09:30:00Z", "２０２６-11-24", "2026-11-24T09:30:00.١Z",
        "2026-11-24T09:30:00:00Z", "2026-11-2a", "2026-11-+4",
    ])
    func `anything else is refused`(_ text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func `times are ordered and can be moved`() {
        let time = Timestamp(microseconds: 5_000_000)
        #expect(time.advanced(by: .milliseconds(1_500)).microseconds == 6_500_000)
        #expect(time.advanced(by: .seconds(-5)).microseconds == 0)
        #expect(time < time.advanced(by: .microseconds(1)))
        #expect(Timestamp.now > Timestamp(microseconds: 1_700_000_000_000_000))
    }
}
