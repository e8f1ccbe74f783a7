package import MonitorCore
package import MonitorWeb
import Mustache

/// `/stream`: what happens everywhere, newest first; `?view=` chronological, grouped or lanes.
///
/// `?before_seq=` goes on with older updates, or with tasks where something happened earlier.
package struct StreamPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    /// Some four screens; older ones are behind a link.
    static let pageSize = 100

    package init(store: any JournalStore, templates: TemplateLibrary, clock: @escaping WallClock) {
        self.store = store
        self.templates = templates
        self.clock = clock
    }

    package func render(_ query: QueryDecoder) async throws -> String {
        let view = try query.oneOf("view", StreamView.self) ?? .chronological
        let before = try query.seq("before_seq")
        let shell = try await ShellView(title: "Stream", section: .stream, script: "stream.js", reading: store)
        let content =
            switch view {
            case .chronological: try await chronological(before: before)
            case .grouped: try await sections(.grouped, before: before)
            case .lanes: try await sections(.lanes, before: before)
            }
        return templates.render(
            StreamPageView(shell: shell, view: view, isNewest: before == nil, content: content), with: .stream)
    }

    private func chronological(before: Seq?) async throws -> StreamPageView.Content {
        var filter = UpdateFilter.newest(StreamPage.pageSize)
        filter.beforeSeq = before
        let page = try await store.updates(filter)
        return StreamPageView.Content(
            updates: try await store.rows(of: page.items, now: clock()),
            last: page.items.last?.seq, hasOlder: page.total > page.items.count)
    }

    private func sections(_ layout: SectionLayout, before: Seq?) async throws -> StreamPageView.Content {
        let all = try await store.tasks(TaskFilter()).items.filter { ($0.activity.lastSeq ?? .max) < before ?? .max }
        let tasks = all.sorted { ($0.activity.lastSeq ?? 0) > ($1.activity.lastSeq ?? 0) }.prefix(layout.taskCount)
        let reader = TaskSectionReader(store: store, layout: layout, now: clock())
        return StreamPageView.Content(
            sections: try await reader.sections(of: Array(tasks)).sorted { $0.waits && !$1.waits },
            last: tasks.last?.activity.lastSeq, hasOlder: all.count > tasks.count)
    }
}

/// The three ways to look at the stream.
package enum StreamView: String, CaseIterable, Sendable { case chronological, grouped, lanes }

/// What the stream page's template shows.
struct StreamPageView: MustacheParent {
    /// The rows or the sections, and where they go on.
    struct Content {
        var updates: [UpdateView] = []
        var sections: [TaskSectionView] = []
        let last: Seq?
        let hasOlder: Bool
    }

    let shell: ShellView
    let view: StreamView
    let isNewest: Bool
    let content: Content

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "views": StreamView.allCases.map { ViewLink(view: $0, isCurrent: $0 == view) }
        case "newest": (isNewest ? nil : "/stream?view=\(view.rawValue)").orAbsent
        case "chronological": part(.chronological).orAbsent
        case "grouped": part(.grouped).orAbsent
        case "lanes": part(.lanes).orAbsent
        case "isEmpty": content.updates.isEmpty && content.sections.isEmpty
        default: older.child(named: name)
        }
    }

    private var older: OlderView {
        OlderView(
            link: "/stream?view=\(view.rawValue)&before_seq", before: content.last, hasOlder: content.hasOlder)
    }

    private func part(_ part: StreamView) -> Part? {
        part == view ? Part(isNewest: isNewest, content: content) : nil
    }

    /// The list of the view that is looked at.
    struct Part: MustacheParent {
        let isNewest: Bool
        let content: Content

        func child(named name: String) -> Any? {
            switch name {
            case "isNewest": isNewest
            case "updates": content.updates
            case "sections": content.sections
            default: nil
            }
        }
    }

    /// A way to another view.
    struct ViewLink: MustacheParent {
        let view: StreamView
        let isCurrent: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "link": "/stream?view=\(view.rawValue)"
            case "name": view.rawValue.capitalizedFirst
            case "isCurrent": isCurrent
            default: nil
            }
        }
    }
}
