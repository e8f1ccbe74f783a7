package import ArgumentParser
import MonitorClient

package struct HooksStatus: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show whether Monitor's hooks are installed and up to date.",
        discussion: "Without an agent: every file of every agent that is there. One line of JSON a file."
    )

    @Argument(help: "The agent.") package var agent: HookAgent?

    @OptionGroup package var options: HooksOptions

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() throws {
        let environment = Environment.process
        let working = try FileSystem.currentFolder()
        let binary = try options.binaryPath(environment, folder: working)
        let folder = FileSystem.repository(of: working)
        let output = Output(isQuiet: global.quiet)
        for agent in agent.map({ [$0] }) ?? HookAgent.all {
            let found = try statuses(agent, environment, folder: folder, binary: binary)
            for status in found { try output.json(bytes: status.json) }
            for line in HookAdvice.lines(agent, found) { output.note(line) }
        }
    }

    /// The scope asked for, or every scope with a file; of an agent asked for at least one.
    private func statuses(
        _ agent: HookAgent, _ environment: Environment, folder: String, binary: String
    ) throws -> [HookStatus] {
        if let scope = options.scope, self.agent != nil || agent.locations[scope] != nil {
            return [try agent.status(scope, environment, folder: folder, binary: binary)]
        }
        if options.scope != nil { return [] }
        let all = try HookScope.allCases.filter { agent.locations[$0] != nil }.map {
            try agent.status($0, environment, folder: folder, binary: binary)
        }
        let present = all.filter(\.isThere)
        return present.isEmpty && self.agent != nil ? Array(all.prefix(1)) : present
    }
}
