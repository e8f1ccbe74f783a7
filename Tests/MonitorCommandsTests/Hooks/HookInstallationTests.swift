#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import MonitorClient
@testable import MonitorCommands
import Testing

@Suite struct HookInstallationTests {
    private let invocation = HookInvocation(binary: "/opt/monitor/bin/monitor-cli")

    @Test(arguments: HookFixture.accepted)
    func `a file comes back to the byte and keeps its mode`(fixture: HookFixture) throws {
        let agent = try #require(HookAgent(argument: fixture.agent))
        try HookFolder.with { folder in
            let path = try folder.path(agent)
            if let text = fixture.text { try folder.write(text, to: path, mode: 0o640) }
            #expect(try folder.installation(agent).install(invocation).isChanged)
            #expect(try folder.mode(path) == (fixture.text == nil ? 0o600 : 0o640))
            #expect(try !folder.installation(agent).install(invocation).isChanged)
            #expect(try folder.installation(agent).uninstall().isChanged)
            #expect(folder.read(path) == fixture.text)
            #expect(try !folder.installation(agent).uninstall().isChanged)
        }
    }

    @Test func `while nobody has written since, the bytes kept before the first installation come back`() throws {
        try HookFolder.with { folder in
            let path = try folder.path(.claudeCode)
            try folder.write("{\n\n  \"hooks\": { \"Stop\": [ ] }  }\n\n", to: path)
            _ = try folder.installation(.claudeCode).install(HookInvocation(binary: "/old/monitor-cli"))
            let change = try folder.installation(.claudeCode).install(invocation)
            let backup = try #require(change.backup)
            #expect(folder.read(backup)?.contains("/old/monitor-cli") == true)
            #expect(try folder.mode(backup) == 0o600)
            // Splicing alone would do as well: other bytes show that it is the kept ones.
            let before = backup.replacing("/previous", with: "/before")
            #expect(folder.read(before) == "{\n\n  \"hooks\": { \"Stop\": [ ] }  }\n\n")
            try folder.write("{ \"kept\": 1 }", to: before)
            _ = try folder.installation(.claudeCode).uninstall()
            #expect(folder.read(path) == "{ \"kept\": 1 }")
        }
    }

    @Test func `kept bytes are not used for a file that was edited`() throws {
        try HookFolder.with { folder in
            let path = try folder.path(.codex)
            try folder.write("{\"a\": 1}", to: path)
            _ = try folder.installation(.codex).install(invocation)
            try folder.write(try #require(folder.read(path)).replacing("\"a\": 1", with: "\"a\": 2"), to: path)
            _ = try folder.installation(.codex).uninstall()
            #expect(folder.read(path) == "{\"a\": 2}")
        }
    }

    @Test func `an edit after the installation is kept`() throws {
        try HookFolder.with { folder in
            let path = try folder.path(.cursor)
            try folder.write("{\n  \"version\": 1\n}\n", to: path)
            _ = try folder.installation(.cursor).install(invocation)
            let edited = try #require(folder.read(path)).replacing("\"version\": 1,", with: "\"version\": 1, \"x\": 2,")
            try folder.write(edited, to: path)
            _ = try folder.installation(.cursor).uninstall()
            #expect(folder.read(path) == "{\n  \"version\": 1, \"x\": 2\n}\n")
        }
    }

    @Test func `a link stays a link, and its target is written`() throws {
        try HookFolder.with { folder in
            let path = try folder.path(.claudeCode)
            let target = "\(folder.root)/dotfiles/settings.json"
            try folder.write("{}", to: target)
            try folder.write("", to: path)
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
            _ = try folder.installation(.claudeCode).install(invocation)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == target)
            #expect(folder.read(target)?.contains("monitor-cli") == true)
            _ = try folder.installation(.claudeCode).uninstall()
            #expect(folder.read(target) == "{}" && FileSystem.isLink(path))
        }
    }

    @Test func `a link to nothing and a read-only file are refused`() throws {
        try HookFolder.with { folder in
            let path = try folder.path(.codex)
            try folder.write("{}", to: path, mode: 0o444)
            let readOnly = #expect(throws: Failure.self) { try folder.installation(.codex).install(invocation) }
            #expect(readOnly?.message.contains("read-only") == true && folder.read(path) == "{}")
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "\(folder.root)/gone")
            let dangling = #expect(throws: Failure.self) { try folder.installation(.codex).install(invocation) }
            #expect(dangling?.message.contains("link") == true)
        }
    }

    @Test(arguments: HookAgent.all.map(\.name).filter { $0 != "gemini-cli" })
    func `a file with comments is refused without a scratch`(name: String) throws {
        let agent = try #require(HookAgent(argument: name))
        let text = "{\n  // mine\n  \"hooks\": {}\n}\n"
        try HookFolder.with { folder in
            let path = try folder.path(agent)
            try folder.write(text, to: path)
            let before = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            for action in [
                { _ = try folder.installation(agent).install(invocation) },
                { _ = try folder.installation(agent).uninstall() },
            ] {
                let failure = #expect(throws: Failure.self) { try action() }
                #expect(failure?.status == .local && failure?.message.hasPrefix(path) == true)
            }
            #expect(folder.read(path) == text)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == before)
            #expect(!FileSystem.exists("\(folder.home)/.local"))
        }
    }

    @Test(arguments: HookAgent.all.map(\.name)) func `a dry run tells the difference and writes nothing`(name: String)
        throws
    {
        let agent = try #require(HookAgent(argument: name))
        try HookFolder.with { folder in
            let change = try folder.installation(agent, isDryRun: true).install(invocation)
            let json = String(decoding: change.json, as: UTF8.self)
            #expect(json.contains(#""dry_run":true,"changed":true"#) && json.contains("+++ \(change.file)"))
            #expect(json.contains("--- /dev/null") && change.backup == nil)
            #expect(try folder.names(in: folder.home).isEmpty)
        }
    }

    @Test func `nothing else is left beside the file`() throws {
        try HookFolder.with { folder in
            let path = try folder.path(.copilot, .project)
            _ = try folder.installation(.copilot, .project).install(invocation)
            #expect(try folder.names(in: "\(folder.repository)/.github/hooks") == ["monitor.json"])
            #expect(try folder.mode(path) == 0o644)
            _ = try folder.installation(.copilot, .project).uninstall()
            #expect(try folder.names(in: "\(folder.repository)/.github/hooks").isEmpty)
        }
    }

    @Test func `a file that somebody wrote in the meantime is not overwritten`() throws {
        try HookFolder.with { folder in
            let path = try folder.path(.geminiCLI)
            try folder.write("{}", to: path)
            let file = try SettingsFile.read(path)
            try folder.write("{\"new\": 1}", to: path)
            #expect(throws: SettingsFile.Changed.self) { try file.replace(with: [], scope: .user) }
            #expect(folder.read(path) == "{\"new\": 1}")
        }
    }
}
