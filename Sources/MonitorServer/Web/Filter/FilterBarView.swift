import MonitorCore
import Mustache

/// The bar above a list of updates: a plain form whose fields are the list's filter.
struct FilterBarView: MustacheParent {
    let path: String
    /// What else the page's address says, such as the view.
    var others: [(name: String, value: String)] = []
    let filter: PageFilter
    var problem: String?
    /// How all updates are spread: what there is to choose from.
    let facets: UpdateFacets
    /// Empty where the page is of one workstream.
    var workstreams: [Workstream] = []

    /// Fields of the filter that the bar does not show, but keeps.
    private static let kept = ["tag", "since", "until"]
    /// More are too many to choose from; the text's `kind:` takes any.
    private static let mostOptions = 15

    func child(named name: String) -> Any? {
        switch name {
        case "path": path
        case "kept": kept
        case "hasWorkstreams": !workstreams.isEmpty
        case "workstreams": workstreamOptions
        case "menus": [kinds, levels, sources]
        case "text": filter.text
        case "problem": problem.orAbsent
        case "clear": (filter.isEmpty ? nil : PageFilter().link(to: path, others)).orAbsent
        default: nil
        }
    }

    private var kept: [HiddenField] {
        (others + filter.items.filter { FilterBarView.kept.contains($0.name) }).map(HiddenField.init)
    }

    private var workstreamOptions: [FilterOption] {
        let chosen = filter.values(of: "workstream_id").last
        return workstreams.map { workstream in
            let id = workstream.id.description
            return FilterOption(
                field: "workstream_id", value: id, name: workstream.name, count: facets.workstreams[workstream.id],
                isChosen: id == chosen)
        }
    }

    private var kinds: FilterMenu {
        menu("Kind", "kind", counted(facets.kinds.map { ($0.key, $0.key.wordsOfIdentifier, $0.value) }))
    }

    private var levels: FilterMenu {
        menu("Level", "level", Level.allCases.map { ($0.rawValue, $0.rawValue, facets.levels[$0]) })
    }

    private var sources: FilterMenu {
        menu(
            "Source", "source",
            counted(facets.sourceFamilies.map { ($0.key, AgentView(agent: $0.key).name, $0.value) }))
    }

    private typealias Choice = (value: String, name: String, count: UpdateFacets.Count?)

    private func counted(_ choices: [(value: String, name: String, count: UpdateFacets.Count)]) -> [Choice] {
        let sorted = choices.sorted { ($1.count.value, $0.name) < ($0.count.value, $1.name) }
        return sorted.prefix(FilterBarView.mostOptions).map { ($0, $1, $2) }
    }

    /// What is chosen is among the choices even if it is rare or was never stored.
    private func menu(_ title: String, _ field: String, _ choices: [Choice]) -> FilterMenu {
        let chosen = filter.values(of: field)
        let others = chosen.filter { value in !choices.contains { $0.value == value } }.map { ($0, $0, nil) as Choice }
        return FilterMenu(
            title: title, chosenCount: chosen.count,
            options: (choices + others).map { value, name, count in
                FilterOption(field: field, value: value, name: name, count: count, isChosen: chosen.contains(value))
            })
    }
}

/// A menu of a filter bar: any of its options that are checked, or all where none is.
struct FilterMenu: MustacheParent {
    let title: String
    let chosenCount: Int
    let options: [FilterOption]

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "summary": chosenCount == 0 ? "all" : "\(chosenCount) of \(options.count)"
        case "options": options
        default: nil
        }
    }
}

/// A value that a filter can have.
struct FilterOption: MustacheParent {
    let field: String
    let value: String
    let name: String
    let count: UpdateFacets.Count?
    let isChosen: Bool

    func child(named name: String) -> Any? {
        switch name {
        case "field": field
        case "value": value
        case "name": self.name
        case "count": (count?.text).orAbsent
        case "isChosen": isChosen
        default: nil
        }
    }
}
