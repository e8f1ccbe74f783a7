/// How the updates of a filter are spread: what a search offers to narrow it down.
package struct UpdateFacets: Equatable, Sendable {
    /// How many there are, or at least are where counting stopped before the end.
    package struct Count: Equatable, Sendable {
        package var value: Int
        package var isExact: Bool

        package init(_ value: Int, isExact: Bool) {
            self.value = value
            self.isExact = isExact
        }
    }

    /// Of a filter as many of the newest updates are counted; that takes some 5 ms.
    package static let mostCounted = 5_000

    package var total: Count
    package var tasks: Count
    /// By what stands before a source's colon.
    package var sourceFamilies: [String: Count]
    package var kinds: [String: Count]
    package var levels: [Level: Count]
    package var workstreams: [WorkstreamID: Count]
    /// Since each of the moments that were asked for.
    package var since: [Timestamp: Count]

    package init(
        total: Count, tasks: Count, sourceFamilies: [String: Count] = [:], kinds: [String: Count] = [:],
        levels: [Level: Count] = [:], workstreams: [WorkstreamID: Count] = [:], since: [Timestamp: Count] = [:]
    ) {
        self.total = total
        self.tasks = tasks
        self.sourceFamilies = sourceFamilies
        self.kinds = kinds
        self.levels = levels
        self.workstreams = workstreams
        self.since = since
    }
}

extension UpdateContent {
    /// What stands before the colon of a source: the agent or the forge, without the session or the repository.
    package static func family(of source: String) -> String { String(source.unicodeScalars.prefix { $0 != ":" }) }
}
