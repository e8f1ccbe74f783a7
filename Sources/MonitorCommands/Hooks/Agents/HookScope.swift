import ArgumentParser

/// Whom an agent's settings file is for.
package enum HookScope: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// One person, in all projects.
    case user
    /// Everybody who works on one repository.
    case project
    /// One person, in one repository.
    case local
}
