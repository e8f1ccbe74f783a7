import MonitorCore
import Mustache

/// What every page has around it: the bar, the title, and where in the journal it was rendered.
struct ShellView: MustacheParent {
    enum Section { case dashboard, stream, search }

    let title: String
    let section: Section?
    let script: String?
    let headSeq: Seq
    let needsCount: Int
    var visitor = Visitor.current

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "isDashboard": section == .dashboard
        case "isStream": section == .stream
        case "isSearch": section == .search
        case "script": script.orAbsent
        case "headSeq": headSeq
        case "hasMenu": script != nil || visitor.canSignIn
        case "account": AccountView(visitor).orAbsent
        case "needs": NeedsCountView(count: needsCount)
        default: nil
        }
    }
}

extension TaskFilter {
    /// What the band and the count of tasks that need someone are made of.
    static var needingAPerson: TaskFilter {
        var filter = TaskFilter()
        filter.attention = true
        return filter
    }
}

extension ShellView {
    /// Read this before what the page shows: whatever comes after `headSeq` reaches the page by the stream.
    init(title: String, section: Section? = nil, script: String, reading store: any JournalStore) async throws {
        let head = try await store.bounds().head
        var filter = TaskFilter.needingAPerson
        filter.limit = 1
        let count = try await store.tasks(filter).total
        self.init(title: title, section: section, script: script, headSeq: head, needsCount: count)
    }

    /// A page that shows nothing of the journal.
    init(title: String) {
        self.init(title: title, section: nil, script: nil, headSeq: 0, needsCount: 0)
    }
}
