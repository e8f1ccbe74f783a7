import MonitorCore
import Testing

@testable import MonitorCommands

@Suite struct ArgumentFormTests {
    private let now = Timestamp(microseconds: 1_000_000_000_000_000)

    @Test(arguments: [("0s", 0), ("90s", 90), ("15m", 900), ("2h", 7200), ("3d", 259_200)] as [(String, Int64)])
    func `a time may be how long ago it was`(text: String, seconds: Int64) throws {
        let time = try ArgumentForm.time(text, now: now)
        #expect(now.microseconds - time.microseconds == seconds * 1_000_000)
    }

    @Test func `a time may be one with an offset`() throws {
        let time = try ArgumentForm.time("2026-11-24T11:30:00.5+02:00", now: now)
        #expect(time.description == "2026-11-24T09:30:00.500000Z")
    }

    @Test(arguments: ["", "h", "-1h", "1.5h", "2w", "99999999999h", "tomorrow", "2026-13-01", "１h"])
    func `what is no time is refused`(text: String) {
        #expect(throws: (any Error).self) { try ArgumentForm.time(text, now: now) }
    }
}
