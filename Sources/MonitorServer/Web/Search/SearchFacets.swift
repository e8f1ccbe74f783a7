import MonitorCore

/// The facets of a search in their order on the page.
struct SearchFacets {
    let facets: UpdateFacets
    let filter: PageFilter
    let workstreamNames: [WorkstreamID: String]

    /// The ages that a search can be limited to, as `since` has them.
    static let ages: [(value: String, name: String, seconds: Int)] = [
        ("1h", "last hour", 3_600), ("1d", "last day", 86_400), ("7d", "last 7 days", 7 * 86_400),
    ]

    static func moment(_ seconds: Int, before now: Timestamp) -> Timestamp { now.advanced(by: .seconds(-seconds)) }

    func views(now: Timestamp) -> [FacetView] {
        let any = facets.total
        return [
            FacetView(
                "Kind", field: "kind", any: any, filter: filter,
                values: facets.kinds.map { ($0.key, $0.key.wordsOfIdentifier, $0.value) }),
            FacetView(
                "Workstream", field: "workstream_id", any: any, filter: filter,
                values: facets.workstreams.map { ($0.key.description, workstreamNames[$0.key] ?? "", $0.value) }),
            FacetView(
                "Source", field: "source", any: any, filter: filter,
                values: facets.sourceFamilies.map { ($0.key, AgentView(agent: $0.key).name, $0.value) }),
            FacetView(
                "Level", field: "level", any: any, filter: filter,
                values: facets.levels.map { ($0.key.rawValue, $0.key.rawValue, $0.value) }),
            FacetView(
                "When", field: "since", any: any, filter: filter, anyName: "any time", isOrdered: true,
                values: SearchFacets.ages.compactMap { age in
                    facets.since[SearchFacets.moment(age.seconds, before: now)].map { (age.value, age.name, $0) }
                }),
        ]
    }
}

extension String {
    /// `tool_use` as it is read: `tool use`.
    var wordsOfIdentifier: String { String(map { $0 == "_" ? " " : $0 }) }
}
