/// A coding agent that reports what it does.
struct Agent: Equatable, Sendable {
    /// The name of its source: `claude-code`.
    let name: String
    /// What a person calls it: `Claude Code`.
    let title: String
    /// Its short name, which is a tag and the beginning of an update's `source`: `claude`.
    let tag: String
}
