import MonitorCore

/// A forge's task that is a pull request, with the branch on which an agent may work in another task.
struct PullRequest: Equatable {
    let taskID: TaskID
    let branchKey: String
    /// With its sign, as the forge writes it: `#482`, `!7`.
    let number: String
    let status: TrackedTask.Status

    /// `nil` for a task that is none: forges name such a task by number and title.
    init?(_ task: TrackedTask) {
        guard task.agent == "github" || task.agent == "gitlab", let branchKey = task.branchKey,
            let number = task.name.split(separator: " ", maxSplits: 1).first, number.dropFirst().allSatisfy(\.isNumber),
            number.count > 1, number.hasPrefix("#") || number.hasPrefix("!")
        else { return nil }
        self.taskID = task.id
        self.branchKey = branchKey
        self.number = String(number.prefix(12))
        self.status = task.status
    }

    /// What became of it; `nil` while it is open.
    var outcome: (StatusView?, String)? {
        switch status {
        case .done: (StatusView(.done, word: "merged"), "is-pass")
        case .cancelled: (StatusView(.cancelled, word: "closed"), "is-stop")
        case .active, .blocked: nil
        }
    }
}

/// The pull requests of some branches.
struct PullRequests {
    private var byBranch: [String: PullRequest] = [:]

    /// Of several of one branch the newest counts.
    init(in tasks: some Sequence<TrackedTask>) {
        for pullRequest in tasks.lazy.compactMap(PullRequest.init) { byBranch[pullRequest.branchKey] = pullRequest }
    }

    func find(for task: TrackedTask) -> PullRequest? { task.branchKey.flatMap { byBranch[$0] } }
}

extension JournalStore {
    /// The pull requests of the branches that the tasks work on.
    func pullRequests(for tasks: [TrackedTask]) async throws -> PullRequests {
        var filter = TaskFilter()
        filter.branchKeys = Set(tasks.compactMap(\.branchKey)).sorted()
        filter.includeHidden = true
        if filter.branchKeys.isEmpty { return PullRequests(in: []) }
        return PullRequests(in: try await self.tasks(filter).items)
    }
}
