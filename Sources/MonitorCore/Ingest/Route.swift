/// Where an event belongs, in the sender's own terms; the store finds what these keys name, or makes it.
package struct Route: Equatable, Sendable {
    package var workstream: Workstream
    package var task: Task
    /// The name of the source, which is the agent or the forge: `claude-code`, `github`.
    package var agent: String
    /// `owner/name` where there is a forge, else the folder's name.
    package var repository: String?
    package var branch: String?

    package init(workstream: Workstream, task: Task, agent: String, repository: String? = nil, branch: String? = nil) {
        self.workstream = workstream
        self.task = task
        self.agent = agent
        self.repository = repository
        self.branch = branch
    }

    package struct Workstream: Equatable, Sendable {
        package var key: String
        package var name: String

        package init(key: String, name: String) {
            self.key = key
            self.name = name
        }

        /// A repository's workstream; agents and forges meet in it, in whatever case they write its name.
        package static func repository(_ name: String) -> Workstream {
            Workstream(key: "repository:\(name.lowercased())", name: name)
        }
    }

    package struct Task: Equatable, Sendable {
        package var key: String
        package var name: String
        package var naming: Naming

        package init(key: String, name: String, naming: Naming) {
            self.key = key
            self.name = name
            self.naming = naming
        }
    }

    /// Where a task's name comes from; a better one takes its place, and a person's is final.
    package enum Naming: Int, Comparable, Sendable {
        case agent, branch, prompt, title, person

        package static func < (a: Naming, b: Naming) -> Bool { a.rawValue < b.rawValue }

        /// The first prompt names a session for good; a title follows its subject.
        package func gives(wayTo other: Naming) -> Bool { other > self || (other == .title && self == .title) }
    }
}
