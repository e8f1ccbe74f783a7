import ArgumentParser
@testable import MonitorCommands
import Testing

@Suite struct HooksCommandLineTests {
    @Test(arguments: HookAgent.all.map(\.name)) func `every agent is understood`(name: String) throws {
        let install = try #require(try MonitorCLI.parseAsRoot(["hooks", "install", name]) as? HooksInstall)
        #expect(install.agent.name == name && install.options.scope == nil && !install.dryRun && !install.http)
        let uninstall = try #require(
            try MonitorCLI.parseAsRoot(["hooks", "uninstall", name, "--scope", "project", "--dry-run"])
                as? HooksUninstall)
        #expect(uninstall.agent.name == name && uninstall.scope == .project && uninstall.dryRun)
        let status = try #require(try MonitorCLI.parseAsRoot(["hooks", "status", name, "--quiet"]) as? HooksStatus)
        #expect(status.agent?.name == name && status.global.quiet)
    }

    @Test func `the agent of a status may be left out`() throws {
        let status = try #require(try MonitorCLI.parseAsRoot(["hooks", "status"]) as? HooksStatus)
        #expect(status.agent == nil)
    }

    @Test(arguments: [
        (["hooks", "install"], "<agent>"), (["hooks", "install", "claude"], "claude-code"),
        (["hooks", "install", "codex", "--scope", "global"], "project"),
        (["hooks", "install", "cursor", "--http"], "claude-code only"),
    ])
    func `a mistake is told with what would be right`(arguments: [String], hint: String) throws {
        let error = #expect(throws: (any Error).self) { try MonitorCLI.parseAsRoot(arguments) }
        let shown = try #require(error)
        #expect(MonitorCLI.exitCode(for: shown).rawValue == ExitStatus.usage.rawValue)
        #expect(MonitorCLI.fullMessage(for: shown).contains(hint))
    }
}
