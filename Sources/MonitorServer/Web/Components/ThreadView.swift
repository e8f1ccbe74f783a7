import MonitorCore
import Mustache

/// A task's thread, newest first, with a separator before each day.
struct ThreadView: MustacheParent {
    let taskID: TaskID
    let days: [DayView]
    /// The newest entries are shown, so that new ones belong on top.
    let isNewest: Bool
    let isFiltered: Bool
    /// Where the thread goes on; the page needs the link also when it has let go of what it showed.
    let olderLink: String
    let hasOlder: Bool
    let olderCount: Int
    /// The parameters with which the page asks for what is new.
    let query: String

    init(_ window: ThreadWindow, filter: ThreadFilter, isNewest: Bool, surroundings: ThreadItemView.Surroundings) {
        taskID = filter.taskID
        self.isNewest = isNewest
        isFiltered = !filter.isEmpty
        olderLink = filter.link([("before_seq", "\(window.olderBefore ?? 0)")])
        hasOlder = window.olderBefore != nil
        olderCount = window.olderCount
        query = filter.page.link(to: "")
        let items = ThreadItem.items(updates: window.updates, changes: window.changes, folds: filter.folds)
        days = items.chunked { $0.time.date == $1.time.date }.compactMap { day in
            day.first.map { first in
                DayView(
                    title: first.time.dayTitle(now: surroundings.now),
                    items: day.map { ThreadItemView(item: $0, surroundings: surroundings) })
            }
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "taskID": taskID.description
        case "days": days
        case "isNewest": isNewest
        case "isFiltered": isFiltered
        case "query": query
        case "pattern": DayView(title: "", items: [])
        case "older": olderLink
        case "hasOlder": hasOlder
        case "olderCount": (hasOlder && olderCount > 0 ? olderCount : nil).orAbsent
        default: nil
        }
    }
}

/// The entries of one day under its title.
struct DayView: MustacheParent {
    let title: String
    let items: [ThreadItemView]

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "items": items
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
