/// One piece of work with its thread of updates (named so because Swift's own `Task` is another thing).
package struct TrackedTask: Equatable, Sendable {
    package enum Status: String, CaseIterable, Sendable { case active, blocked, done, cancelled }
    package enum AgentState: String, CaseIterable, Sendable { case working, waiting, idle, failed, stale, ended }

    package var id: TaskID
    package var workstreamID: WorkstreamID
    package var name: String
    package var status: Status
    package var summary: Summary?
    package var metadata: RawJSON
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    package var hidden: Bool
    package var activity: Activity
    package var agentState: AgentState?
    package var attention: Attention?
    /// The source that reports on it: an agent (`claude-code`) or a forge (`github`).
    package var agent: String?
    package var repository: String?
    package var branch: String?
    /// How the checks on its branch stand.
    package var checks: Checks?

    package init(
        id: TaskID, workstreamID: WorkstreamID, name: String, status: Status = .active, summary: Summary? = nil,
        metadata: RawJSON = .emptyObject, createdAt: Timestamp, updatedAt: Timestamp, hidden: Bool = false,
        activity: Activity = Activity(), agentState: AgentState? = nil, attention: Attention? = nil,
        agent: String? = nil, repository: String? = nil, branch: String? = nil, checks: Checks? = nil
    ) {
        self.id = id
        self.workstreamID = workstreamID
        self.name = name
        self.status = status
        self.summary = summary
        self.metadata = metadata
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.hidden = hidden
        self.activity = activity
        self.agentState = agentState
        self.attention = attention
        self.agent = agent
        self.repository = repository
        self.branch = branch
        self.checks = checks
    }

    /// A person's or an agent's own words on where the task stands.
    package struct Summary: Equatable, Sendable {
        package var text: String
        package var source: String
        package var updatedAt: Timestamp

        package init(text: String, source: String, updatedAt: Timestamp) {
            self.text = text
            self.source = source
            self.updatedAt = updatedAt
        }
    }

    /// What the store derives from the task's updates, in the transaction that stores them.
    package struct Activity: Equatable, Sendable {
        package var lastSeq: Seq?
        package var lastAt: Timestamp?
        package var lastMessage: String?
        package var updateCount: Int
        package var errorCount: Int

        package init(
            lastSeq: Seq? = nil, lastAt: Timestamp? = nil, lastMessage: String? = nil, updateCount: Int = 0,
            errorCount: Int = 0
        ) {
            self.lastSeq = lastSeq
            self.lastAt = lastAt
            self.lastMessage = lastMessage
            self.updateCount = updateCount
            self.errorCount = errorCount
        }
    }

    /// The latest runs of the checks on a branch, as one: failed if any failed, else running if any runs.
    package struct Checks: Equatable, Sendable {
        package var state: CheckRun.State
        /// The check that says so.
        package var name: String
        package var url: String?

        package init(state: CheckRun.State, name: String, url: String? = nil) {
            self.state = state
            self.name = name
            self.url = url
        }

        /// The one to show of the latest runs of all checks.
        package init?(_ runs: [CheckRun]) {
            let order: [CheckRun.State] = [.failed, .running, .passed, .stopped]
            guard let run = order.lazy.compactMap({ state in runs.first { $0.state == state } }).first else {
                return nil
            }
            self.init(state: run.state, name: run.name, url: run.url)
        }
    }

    /// Where checks find it.
    package var branchKey: String? {
        guard let repository, let branch else { return nil }
        return Route.branchKey(repository: repository, branch: branch)
    }

    /// Why the task needs a person, and since when.
    package struct Attention: Equatable, Sendable {
        package enum Reason: String, CaseIterable, Sendable { case permission, question, plan, error, ci }

        package var reason: Reason
        package var message: String
        package var since: Timestamp

        package init(reason: Reason, message: String, since: Timestamp) {
            self.reason = reason
            self.message = message
            self.since = since
        }
    }
}
