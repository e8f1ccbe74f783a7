import MonitorClient
@testable import MonitorCommands
import Testing

@Suite struct HookStatusTests {
    private func status(_ folder: HookFolder, _ agent: HookAgent, binary: String) throws -> HookStatus {
        try agent.status(.user, folder.environment, folder: folder.repository, binary: binary)
    }

    /// A program that can be run.
    private func program(_ folder: HookFolder, _ name: String = "monitor-cli") throws -> String {
        let path = "\(folder.root)/bin/\(name)"
        try folder.write("#!/bin/sh\n", to: path, mode: 0o755)
        return path
    }

    @Test(arguments: HookAgent.all.map(\.name)) func `before, after and with another program`(name: String) throws {
        let agent = try #require(HookAgent(argument: name))
        try HookFolder.with { folder in
            let binary = try program(folder)
            let before = try status(folder, agent, binary: binary)
            #expect(!before.exists && !before.installed && !before.current && before.missingEvents == agent.events)
            _ = try folder.installation(agent).install(HookInvocation(binary: binary))
            let after = try status(folder, agent, binary: binary)
            #expect(after.exists && after.installed && after.current && after.missingEvents.isEmpty)
            let other = try status(folder, agent, binary: "/other/monitor-cli")
            #expect(other.installed && !other.current && other.staleEvents == agent.events)
        }
    }

    @Test func `a program that is gone is a problem`() throws {
        try HookFolder.with { folder in
            _ = try folder.installation(.codex).install(HookInvocation(binary: "/gone/monitor-cli"))
            let status = try status(folder, .codex, binary: "/gone/monitor-cli")
            #expect(status.installed && !status.current && status.problem?.contains("/gone/monitor-cli") == true)
        }
    }

    @Test func `HTTP hooks are no mistake`() throws {
        try HookFolder.with { folder in
            let binary = try program(folder)
            let http = HookInvocation.Delivery.http(url: "http://h:1/api/sources/claude-code", sendsToken: true)
            _ = try folder.installation(.claudeCode).install(HookInvocation(binary: binary, delivery: http))
            #expect(try status(folder, .claudeCode, binary: binary).current)
        }
    }

    @Test(arguments: [
        ("claude-code", #"{"disableAllHooks": true}"#, true), ("claude-code", #"{"disableAllHooks": false}"#, false),
        ("gemini-cli", #"{"hooksConfig": {"enabled": false}}"#, true), ("gemini-cli", #"{"hooksConfig": {}}"#, false),
        ("copilot", #"{"version": 1, "disableAllHooks": true}"#, true),
        ("cursor", #"{"disableAllHooks": true}"#, false),
    ]) func `a setting that turns hooks off is told`(name: String, text: String, isOff: Bool) throws {
        let agent = try #require(HookAgent(argument: name))
        try HookFolder.with { folder in
            try folder.write(text, to: try folder.path(agent))
            #expect(try (status(folder, agent, binary: "/m/monitor-cli").disabledBy != nil) == isOff)
            let change = try folder.installation(agent).install(HookInvocation(binary: "/m/monitor-cli"))
            #expect((change.disabledBy != nil) == isOff)
            #expect(HookAdvice.lines(agent, change, .command).contains { $0.contains("runs no hooks") } == isOff)
        }
    }

    @Test func `a file that cannot be read is a problem, not a failure`() throws {
        try HookFolder.with { folder in
            try folder.write("{,}", to: try folder.path(.cursor))
            let status = try status(folder, .cursor, binary: "/m/monitor-cli")
            #expect(status.exists && !status.installed && status.problem?.contains("line 1, column 2") == true)
            let json = String(decoding: status.json, as: UTF8.self)
            #expect(json.contains(#""installed":false,"current":false"#) && json.contains(#""problem":"line 1"#))
        }
    }

    @Test func `events that were lost and events too many are named`() throws {
        try HookFolder.with { folder in
            let binary = try program(folder)
            let line = #"{"command": "\#(binary) hook cursor", "timeout": 5}"#
            try folder.write(
                #"{"version": 1, "hooks": {"stop": [\#(line)], "beforeReadFile": [\#(line)]}}"#,
                to: try folder.path(.cursor))
            let status = try status(folder, .cursor, binary: binary)
            #expect(status.staleEvents == ["beforeReadFile"])
            #expect(status.missingEvents == HookAgent.cursor.events.filter { $0 != "stop" })
        }
    }
}
