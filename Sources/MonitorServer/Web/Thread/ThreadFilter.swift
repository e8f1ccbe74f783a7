import MonitorCore

/// Which updates of a task a thread shows, as the page's address says.
struct ThreadFilter {
    let taskID: TaskID
    let page: PageFilter
    private var updates: UpdateFilter

    init(taskID: TaskID, _ page: PageFilter = PageFilter(), now: Timestamp) throws {
        self.taskID = taskID
        self.page = page
        updates = try page.updateFilter(now: now)
        updates.taskID = taskID
    }

    var isEmpty: Bool { page.isEmpty }

    /// Who searches wants to see what was found, and not a fold.
    var folds: Bool { page.text.isEmpty }

    func query(_ order: UpdateFilter.Order, limit: Int) -> UpdateFilter {
        var filter = updates
        (filter.order, filter.limit) = (order, limit)
        return filter
    }

    /// The page with this filter and further parameters.
    func link(_ more: [(name: String, value: String)] = []) -> String { page.link(to: "/tasks/\(taskID)", more) }
}
