/// One run of a workflow, pipeline or other check on a branch, as a forge reports it.
package struct CheckRun: Equatable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case running, passed, failed
        /// Neither good nor bad: cancelled, skipped, neutral.
        case stopped

        package var isFinished: Bool { self != .running }
    }

    package var repository: String
    package var branch: String
    /// The workflow; its runs on a branch follow each other.
    package var name: String
    /// Rises with each run of a forge.
    package var run: Int64
    package var attempt: Int64
    package var state: State
    package var url: String?
    /// What a person reads when it failed.
    package var message: String

    package init(
        repository: String, branch: String, name: String, run: Int64, attempt: Int64 = 1, state: State,
        url: String? = nil, message: String
    ) {
        self.repository = repository
        self.branch = branch
        self.name = name
        self.run = run
        self.attempt = attempt
        self.state = state
        self.url = url
        self.message = message
    }

    /// Whether this report is news beside an earlier one of the same name: a late `in_progress` is none.
    package func supersedes(_ earlier: CheckRun) -> Bool {
        if (run, attempt) != (earlier.run, earlier.attempt) { return (run, attempt) > (earlier.run, earlier.attempt) }
        return !earlier.state.isFinished || (state.isFinished && state != earlier.state)
    }
}
