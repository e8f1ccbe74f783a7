import MonitorCore

extension Timestamp {
    /// `2026-11-24`, in UTC.
    var date: Substring { description.prefix(10) }

    /// `09:30:00`, in UTC.
    var timeOfDay: Substring { description.dropFirst(11).prefix(8) }

    /// `24 Nov`, in UTC.
    var shortDate: String { "\(dayOfMonth) \(monthName.prefix(3))" }

    /// `Today, 24 November`, `Yesterday, 23 November` or `22 November 2026`, in UTC.
    func dayTitle(now: Timestamp) -> String {
        if date == now.date { return "Today, \(dayOfMonth) \(monthName)" }
        if date == now.advanced(by: .seconds(-86_400)).date { return "Yesterday, \(dayOfMonth) \(monthName)" }
        return "\(dayOfMonth) \(monthName) \(date.prefix(4))"
    }

    private var dayOfMonth: Int { Int(date.suffix(2)) ?? 0 }

    private var monthName: String {
        let month = Int(date.dropFirst(5).prefix(2)) ?? 1
        return Timestamp.monthNames[month - 1]
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
