import MonitorCore
import Mustache

/// A moment, in UTC until the browser writes it in the reader's time zone (clock.js).
struct TimeView: MustacheParent {
    enum Style: String {
        /// How long ago.
        case relative
        /// The time of day with seconds.
        case clock
        /// The time of day with seconds; of another day its date.
        case moment
        /// The time of day; of another day its date.
        case minute
    }

    let moment: Timestamp
    let now: Timestamp
    let style: Style
    var prefix = ""
    var suffix = ""
    var cssClass: String?

    init(
        _ moment: Timestamp, now: Timestamp, _ style: Style = .relative, prefix: String = "", suffix: String = "",
        cssClass: String? = nil
    ) {
        self.moment = moment
        self.now = now
        self.style = style
        self.prefix = prefix
        self.suffix = suffix
        self.cssClass = cssClass
    }

    func child(named name: String) -> Any? {
        switch name {
        case "iso": moment.description
        case "absolute": "\(moment.date) \(moment.timeOfDay) UTC"
        case "text": prefix + text + suffix
        case "hasWords": !prefix.isEmpty || !suffix.isEmpty
        case "style": style.rawValue
        case "prefix": prefix
        case "suffix": suffix
        case "cssClass": cssClass.orAbsent
        default: nil
        }
    }

    private var text: String {
        switch style {
        case .relative: RelativeTime.text(from: moment, to: now)
        case .clock: String(moment.timeOfDay)
        case .moment: isToday ? String(moment.timeOfDay) : moment.shortDate
        case .minute: isToday ? String(moment.timeOfDay.prefix(5)) : moment.shortDate
        }
    }

    var isToday: Bool { moment.date == now.date }
}
