import ArgumentParser

/// A coding agent whose events Monitor can ask for: where its files are, and what is written into them.
package struct HookAgent: Sendable {
    /// The name on the command line, which is also that of the source.
    package let name: String
    package let title: String
    package let locations: [HookScope: HookLocation]
    package let form: Form
    /// What a person has to know or do after an installation.
    let advice: [String]

    package enum Form: Sendable {
        /// Entries in a JSON file that also holds what others wrote.
        case entries(HookEntries)
        /// A file of our own.
        case plugin(HookPlugin)
    }

    /// Every agent that `hooks` knows; an agent more is a line more.
    package static let all: [HookAgent] = [.claudeCode, .codex, .geminiCLI, .cursor, .openCode, .copilot]

    package var events: [String] {
        switch form {
        case .entries(let entries): entries.events
        case .plugin(let plugin): plugin.events
        }
    }

    package func location(_ scope: HookScope) throws(Failure) -> HookLocation {
        if let location = locations[scope] { return location }
        let possible = HookScope.allCases.filter { locations[$0] != nil }.map { "--scope \($0.rawValue)" }
        throw Failure(.usage, "\(title) has no \(scope.rawValue) hooks; use \(possible.joined(separator: " or "))")
    }
}

extension HookAgent: ExpressibleByArgument {
    package init?(argument: String) {
        guard let agent = HookAgent.all.first(where: { $0.name == argument }) else { return nil }
        self = agent
    }

    package static var allValueStrings: [String] { all.map(\.name) }

    package var defaultValueDescription: String { name }
}
