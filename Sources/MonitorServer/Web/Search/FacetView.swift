import MonitorCore
import Mustache

/// What a search can be narrowed to in one respect, as links with counts.
struct FacetView: MustacheParent {
    let title: String
    let links: [Link]

    /// More are too long to read; which one is meant is quicker typed.
    private static let mostLinks = 8

    /// The most frequent values, or all in their own order, and those that are chosen.
    init(
        _ title: String, field: String, any: UpdateFacets.Count, filter: PageFilter, anyName: String = "any",
        isOrdered: Bool = false, values: [(value: String, name: String, count: UpdateFacets.Count)]
    ) {
        self.title = title
        let chosen = filter.values(of: field)
        let ordered = isOrdered ? values : values.sorted { ($1.count.value, $0.name) < ($0.count.value, $1.name) }
        let shown =
            ordered.prefix(FacetView.mostLinks)
            + ordered.dropFirst(FacetView.mostLinks).filter {
                chosen.contains($0.value)
            }
        let anyLink = Link(
            link: filter.setting(field, to: nil).link(to: SearchPage.path), name: anyName,
            count: chosen.isEmpty ? any : nil, isCurrent: chosen.isEmpty)
        links =
            [anyLink]
            + shown.map { value, name, count in
                let isCurrent = chosen.contains(value)
                let next = filter.setting(field, to: isCurrent ? nil : value)
                return Link(link: next.link(to: SearchPage.path), name: name, count: count, isCurrent: isCurrent)
            }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "links": links
        default: nil
        }
    }

    /// One value of a facet.
    struct Link: MustacheParent {
        let link: String
        let name: String
        let count: UpdateFacets.Count?
        let isCurrent: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "link": link
            case "name": self.name
            case "count": (count?.text).orAbsent
            case "isCurrent": isCurrent
            default: nil
            }
        }
    }
}

extension UpdateFacets.Count {
    /// `1,184`, or `5,000+` where there are more.
    var text: String { value.grouped + (isExact ? "" : "+") }
}

extension Int {
    /// With a comma before each three digits.
    var grouped: String {
        let digits = Array(String(self))
        let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[Swift.max(0, $0 - 3)..<$0]) }
        return groups.reversed().joined(separator: ",")
    }
}
