package import MonitorCore
import MonitorWeb
import Mustache

/// `/stream`: what happens everywhere, newest first; `?view=` chronological, grouped or lanes, with a filter.
///
/// `?before_seq=` goes on with older updates, or with tasks where something happened earlier.
package struct StreamPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let rows: RenderedRows<UpdateView>
    let clock: WallClock

    static let path = "/stream"

    package func render(_ query: QueryDecoder) async throws -> String {
        let view = try query.oneOf("view", StreamView.self) ?? .chronological
        let filter = try PageFilter(query)
        let before = try query.seq("before_seq")
        let shell = try await ShellView(title: "Stream", section: .stream, script: "stream.js", reading: store)
        // What the bar offers, read beside what the page shows.
        async let facets = store.facets(of: UpdateFilter(), since: [])
        async let workstreams = store.workstreams(includeArchived: false)
        let now = clock()
        let (updates, problem) = try filter.read(now: now)
        var content = StreamContent()
        if let updates {
            content = try await StreamReader(store: store, rows: rows, filter: updates, now: now)
                .content(of: view, before: before)
        }
        let bar = FilterBarView(
            path: StreamPage.path, others: view.parameters, filter: filter, problem: problem,
            facets: try await facets, workstreams: try await workstreams)
        return templates.render(
            StreamPageView(shell: shell, bar: bar, view: view, isNewest: before == nil, content: content), with: .stream
        )
    }
}

/// The three ways to look at the stream.
package enum StreamView: String, CaseIterable, Sendable {
    case chronological, grouped, lanes

    var parameters: [(name: String, value: String)] { [("view", rawValue)] }
}

/// The rows or the sections of a stream, and where they go on.
struct StreamContent {
    var updates = RenderedHTML()
    var sections: [TaskSectionView] = []
    var last: Seq?
    var hasOlder = false
}

/// What the stream page's template shows.
struct StreamPageView: MustacheParent {
    let shell: ShellView
    let bar: FilterBarView
    let view: StreamView
    let isNewest: Bool
    let content: StreamContent

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "bar": bar
        case "views": StreamView.allCases.map { ViewLink(view: $0, filter: bar.filter, isCurrent: $0 == view) }
        case "newest": (isNewest ? nil : bar.filter.link(to: StreamPage.path, view.parameters)).orAbsent
        case "chronological": part(.chronological).orAbsent
        case "grouped": part(.grouped).orAbsent
        case "lanes": part(.lanes).orAbsent
        case "isEmpty": isEmpty && bar.filter.isEmpty
        case "nothingMatches": isEmpty && !bar.filter.isEmpty && bar.problem == nil
        case "clear": PageFilter().link(to: StreamPage.path, view.parameters)
        default: older.child(named: name)
        }
    }

    private var isEmpty: Bool { content.updates.isEmpty && content.sections.isEmpty }

    private var older: OlderView {
        bar.filter.older(at: StreamPage.path, view.parameters, before: content.last, hasOlder: content.hasOlder)
    }

    private func part(_ part: StreamView) -> Part? {
        part == view ? Part(isNewest: isNewest, query: FormQuery(items: bar.filter.items).text, content: content) : nil
    }

    /// The list of the view that is looked at.
    struct Part: MustacheParent {
        let isNewest: Bool
        /// The filter, with which the page asks for what is new.
        let query: String
        let content: StreamContent

        func child(named name: String) -> Any? {
            switch name {
            case "isNewest": isNewest
            case "query": query
            case "updates": content.updates
            case "sections": content.sections
            default: nil
            }
        }
    }

    /// A way to another view, with the same filter.
    struct ViewLink: MustacheParent {
        let view: StreamView
        let filter: PageFilter
        let isCurrent: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "link": filter.link(to: StreamPage.path, view.parameters)
            case "name": view.rawValue.capitalizedFirst
            case "isCurrent": isCurrent
            default: nil
            }
        }
    }
}
