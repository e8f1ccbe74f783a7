/// Which updates a list holds: every part that is set must match; of a repeatable part any value.
package struct UpdateFilter: Equatable, Sendable {
    package enum Order: String, CaseIterable, Sendable { case asc, desc }

    package var taskID: TaskID?
    package var workstreamID: WorkstreamID?
    package var sources: [String] = []
    /// Sources by what stands before their colon, beside `sources`: `claude` is `claude` and each `claude:…`.
    package var sourceFamilies: [String] = []
    package var kinds: [String] = []
    package var levels: [Level] = []
    package var tags: [String] = []
    package var search: SearchQuery?
    package var afterSeq: Seq?
    package var beforeSeq: Seq?
    /// Inclusive.
    package var since: Timestamp?
    /// Inclusive.
    package var until: Timestamp?
    package var order: Order = .asc
    package var limit = Limits.defaultPageSize
    /// Where counting may stop: the total is exact below it, and else says that there are at least so many.
    package var totalLimit: Int?

    package init() {}
}

/// A page of a list and how many rows match in all.
package struct Page<Item: Sendable>: Sendable {
    package var items: [Item]
    package var total: Int

    package init(items: [Item], total: Int) {
        self.items = items
        self.total = total
    }
}
