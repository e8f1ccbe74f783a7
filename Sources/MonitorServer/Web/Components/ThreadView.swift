import MonitorCore
import Mustache

/// A task's updates, newest first, with a separator before each day.
struct ThreadView: MustacheParent {
    let taskID: TaskID
    let days: [DayView]
    /// The newest updates are shown, so that new ones belong on top.
    let isNewest: Bool
    let older: OlderView

    init(taskID: TaskID, updates: [Update], isNewest: Bool, older: OlderView, now: Timestamp) {
        self.taskID = taskID
        self.isNewest = isNewest
        self.older = older
        days = updates.chunked { $0.timestamp.date == $1.timestamp.date }.compactMap { day in
            day.first.map { first in
                DayView(
                    title: first.timestamp.dayTitle(now: now),
                    updates: day.map { UpdateView($0, place: .thread, now: now) })
            }
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "taskID": taskID.description
        case "days": days
        case "isNewest": isNewest
        case "pattern": DayView(title: "", updates: [])
        default: older.child(named: name)
        }
    }
}

/// The updates of one day under its title.
struct DayView: MustacheParent {
    let title: String
    let updates: [UpdateView]

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "updates": updates
        default: nil
        }
    }
}

/// Where a list goes on.
struct OlderView: MustacheParent {
    let link: String
    let hasOlder: Bool

    /// `link` ends with the name of the parameter, such as `/stream?before_seq`.
    init(link: String, before seq: Seq?, hasOlder: Bool) {
        self.link = "\(link)=\(seq ?? 0)"
        self.hasOlder = hasOlder
    }

    func child(named name: String) -> Any? {
        switch name {
        case "older": link
        case "hasOlder": hasOlder
        default: nil
        }
    }
}

extension Array {
    /// Splits the array between neighbours that do not belong together.
    func chunked(_ belongTogether: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { chunks, element in
            if let last = chunks.last?.last, belongTogether(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
    }
}
