import MonitorCore

/// What an event of a forge is about: that gets a task.
struct ForgeSubject: Equatable {
    /// What follows the repository in the task's key; the same for all events about it.
    let suffix: String
    let name: String?
    let naming: Route.Naming

    /// What is about no part of the repository.
    static let repository = ForgeSubject(suffix: "", name: nil, naming: .branch)

    static func branch(_ name: String) -> ForgeSubject {
        ForgeSubject(suffix: "@" + name, name: name, naming: .branch)
    }

    /// A pull request, an issue or the like: its title names it, and until that is known its number.
    static func numbered(_ mark: String, _ number: Int64, sign: String = "#", noun: String, title: String?)
        -> ForgeSubject
    {
        let suffix = "\(mark)\(number)"
        guard let title else {
            return ForgeSubject(suffix: suffix, name: "\(noun) \(sign)\(number)", naming: .branch)
        }
        return ForgeSubject(suffix: suffix, name: "\(sign)\(number) \(title.line(upTo: 200))", naming: .title)
    }
}
