import MonitorCore
import Mustache

/// What is above the dashboard's rows: filters with counts, and the form for what is new.
struct BoardToolbarView: MustacheParent {
    let query: DashboardQuery
    let counts: [StatusView.State: Int]
    let workstreams: [Workstream]
    /// The names of the agents and forges that report on tasks.
    let sources: [String]

    func child(named name: String) -> Any? {
        switch name {
        case "filters": filters
        case "kept": kept.items.map(HiddenField.init)
        case "selects": [workstreamFilter, sourceFilter, order]
        case "isCompact": query.isCompact
        case "compactLink": query.link { $0.isCompact.toggle() }
        case "workstreamSelect": SelectView.workstreams(workstreams, selected: query.workstreamID)
        default: nil
        }
    }

    /// What the form of selects does not choose itself.
    private var kept: FormQuery {
        var query = query
        (query.workstreamID, query.source, query.sort) = (nil, nil, .state)
        return query.form
    }

    /// All, then each state that some task is in.
    private var filters: [FilterView] {
        let states = BoardToolbarView.order.filter { (counts[$0] ?? 0) > 0 || $0 == query.state }
        return [filter(nil, counts.values.reduce(0, +))] + states.map { filter($0, counts[$0] ?? 0) }
    }

    private func filter(_ state: StatusView.State?, _ count: Int) -> FilterView {
        FilterView(
            state: state, count: count, link: query.link { $0.state = state }, isCurrent: query.state == state)
    }

    private static let order: [StatusView.State] = [
        .working, .waiting, .failed, .stale, .blocked, .idle, .ended, .done, .cancelled,
    ]

    private var workstreamFilter: SelectView {
        var select = SelectView.workstreams(workstreams, selected: query.workstreamID)
        select.label = "Show a workstream"
        select.options.insert(.init(value: "", text: "All workstreams", isSelected: query.workstreamID == nil), at: 0)
        return select
    }

    private var sourceFilter: SelectView {
        let all = SelectView.Option(value: "", text: "All sources", isSelected: query.source == nil)
        return SelectView(
            name: "source", label: "Source",
            options: [all] + sources.map { .init(value: $0, text: $0, isSelected: $0 == query.source) })
    }

    private var order: SelectView {
        SelectView(
            name: "sort", label: "Order",
            options: DashboardQuery.Sort.allCases.map {
                .init(value: $0.rawValue, text: "By \($0.rawValue)", isSelected: $0 == query.sort)
            })
    }

    /// A way to the tasks in one state.
    struct FilterView: MustacheParent {
        let state: StatusView.State?
        let count: Int
        let link: String
        let isCurrent: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "state": (state?.rawValue).orAbsent
            case "word": state?.rawValue ?? "all"
            case "count": count
            case "link": link
            case "isCurrent": isCurrent
            default: nil
            }
        }
    }
}
