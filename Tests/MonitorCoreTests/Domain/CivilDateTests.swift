import Testing

@testable import MonitorCore

@Suite struct CivilDateTests {
    @Test func `every day from 1970 to 9999 follows the day before`() throws {
        var (year, month, day) = (Int64(1970), Int64(1), Int64(1))
        var days: Int64 = 0
        while year < 10_000 {
            let date = try #require(CivilDate(year: year, month: month, day: day))
            guard date.daysSince1970 == days, CivilDate(daysSince1970: days) == date else {
                Issue.record("\(year)-\(month)-\(day)")
                return
            }
            days += 1
            day += 1
            if day > CivilDateTests.lastDay(month, year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(days == 2_932_897)
    }

    @Test(arguments: [
        (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2026, 4, 31), (2026, 6, 31), (2026, 9, 31),
        (2026, 11, 31), (2026, 1, 32), (2026, 12, 32), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, -1),
    ])
    func `a day that the calendar does not have is refused`(_ year: Int64, _ month: Int64, _ day: Int64) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [2000, 2024, 2400]) func `leap years have 29 February`(_ year: Int64) {
        #expect(CivilDate(year: year, month: 2, day: 29) != nil)
    }

    @Test(arguments: [-1, -365, -719_528, -1_000_000]) func `days before 1970 have dates as well`(_ days: Int64) {
        #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
    }

    private static func lastDay(_ month: Int64, _ year: Int64) -> Int64 {
        let isLeapYear = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Int(month) - 1]
    }
}
