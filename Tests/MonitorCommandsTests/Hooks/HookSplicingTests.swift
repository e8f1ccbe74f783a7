@testable import MonitorCommands
import MonitorCore
import Testing

/// Texts in, texts out: no file and no backup is at hand.
@Suite struct HookSplicingTests {
    private let invocation = HookInvocation(binary: "/opt/monitor/bin/monitor-cli")

    private func agent(_ fixture: HookFixture) throws -> HookAgent { try #require(HookAgent(argument: fixture.agent)) }

    private func entries(_ agent: HookAgent) throws -> HookEntries {
        guard case .entries(let entries) = agent.form else { throw HookFileProblem("no JSON") }
        return entries
    }

    @Test(arguments: HookAgent.all.map(\.name).filter { $0 != "opencode" })
    func `each agent has five files of users at least`(agent: String) {
        #expect(HookFixture.accepted(agent).filter { $0.text?.contains(":") == true }.count >= 5)
    }

    @Test(arguments: HookFixture.accepted)
    func `uninstalling after installing brings back the bytes`(fixture: HookFixture) throws {
        let agent = try agent(fixture)
        let installed = try agent.installing(invocation, in: fixture.bytes)
        #expect(installed != fixture.bytes)
        let after = try agent.uninstalling(from: installed)
        #expect(after.map { String(decoding: $0, as: UTF8.self) } == fixture.text)
    }

    @Test(arguments: HookFixture.accepted)
    func `installing twice is installing once`(fixture: HookFixture) throws {
        let agent = try agent(fixture)
        let once = try agent.installing(invocation, in: fixture.bytes)
        #expect(try agent.installing(invocation, in: once) == once)
    }

    @Test(arguments: HookFixture.accepted)
    func `every wanted event has one handler of ours, and the user's text is all there in order`(
        fixture: HookFixture
    ) throws {
        let agent = try agent(fixture)
        let installed = try agent.installing(invocation, in: fixture.bytes)
        let file = try HookFile(installed, entries(agent), name: agent.name)
        #expect(file.ours.map(\.event).sorted() == agent.events.sorted())
        #expect(isSubsequence(fixture.bytes ?? [], of: installed), "a byte of the user's is gone or moved")
    }

    private func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
        var rest = part[...]
        for byte in whole where byte == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    @Test(arguments: HookFixture.accepted)
    func `another path replaces the handlers in place and still comes out whole`(fixture: HookFixture) throws {
        let agent = try agent(fixture)
        let old = try agent.installing(HookInvocation(binary: "/old dir/monitor-cli"), in: fixture.bytes)
        let new = try agent.installing(invocation, in: old)
        #expect(new == (try agent.installing(invocation, in: fixture.bytes)))
        #expect(try agent.uninstalling(from: new) == fixture.bytes)
    }

    @Test(arguments: HookFixture.accepted)
    func `uninstalling where nothing is installed changes nothing`(fixture: HookFixture) throws {
        guard let bytes = fixture.bytes else { return }
        #expect(try agent(fixture).uninstalling(from: bytes) == bytes)
    }

    @Test(arguments: HookFixture.claudeCode)
    func `HTTP hooks take the place of commands and go as cleanly`(fixture: HookFixture) throws {
        let url = "http://127.0.0.1:3000/api/sources/claude-code"
        let http = HookInvocation(
            binary: invocation.binary, delivery: .http(url: url, sendsToken: true))
        let commands = try HookAgent.claudeCode.installing(invocation, in: fixture.bytes)
        let switched = try HookAgent.claudeCode.installing(http, in: commands)
        #expect(switched == (try HookAgent.claudeCode.installing(http, in: fixture.bytes)))
        #expect(try HookAgent.claudeCode.installing(invocation, in: switched) == commands)
        #expect(try HookAgent.claudeCode.uninstalling(from: switched) == fixture.bytes)
    }

    @Test func `the layout of a file is kept`() throws {
        let before = "{\n\t\"hooks\": {\n\t\t\"stop\": [\n\t\t\t{\"command\": \"a\"}\n\t\t]\n\t},\n\t\"version\": 1\n}"
        let after = try HookAgent.cursor.installing(invocation, in: Array(before.utf8))
        let wanted =
            "\t\t\t{\"command\": \"a\"},\n\t\t\t{\n\t\t\t\t\"command\": \"/opt/monitor/bin/monitor-cli hook cursor\","
        #expect(String(decoding: after, as: UTF8.self).contains(wanted))
    }

    @Test func `an event no longer wanted and a double go, other sources' and programs' hooks stay`() throws {
        let before = """
            {"version": 1, "hooks": {"beforeReadFile": [{"command": "/x/monitor-cli hook cursor"}], "stop": [
            {"command": "/x/monitor-cli hook cursor"}, {"command": "/x/monitor-cli hook codex"},
            {"command": "FOO=1 '/a b/monitor-cli' --server s hook cursor"}, {"command": "other hook cursor"}]}}
            """
        let after = try HookAgent.cursor.installing(invocation, in: Array(before.utf8))
        let root = try JSONDocument(parsing: after).value
        #expect(root["hooks", "beforeReadFile"] == nil)
        let commands = root["hooks", "stop"]?.array?.compactMap { $0["command"]?.string }
        #expect(
            commands == [
                "/opt/monitor/bin/monitor-cli hook cursor", "/x/monitor-cli hook codex", "other hook cursor",
            ])
    }

    @Test func `a handler of ours in a user's group goes alone`() throws {
        let before = #"{"hooks":{"Stop":[{"matcher":"x","hooks":[{"type":"command","command":"a"}]}]}}"#
        let ours = #","command":"a"},{"command":"/x/monitor-cli","args":["hook","claude-code"]}"#
        let edited = before.replacing(#","command":"a"}"#, with: ours)
        let after = try HookAgent.claudeCode.uninstalling(from: Array(edited.utf8))
        #expect(after == Array(before.utf8))
    }

    @Test func `what a user adds after an installation stays`() throws {
        let fixture = HookFixture.claudeCode[0]
        let installed = String(
            decoding: try HookAgent.claudeCode.installing(invocation, in: fixture.bytes), as: UTF8.self)
        let edited = installed.replacing("\"model\": \"opus\"", with: "\"model\": \"haiku\",\n  \"more\": [1]")
        let after = try #require(try HookAgent.claudeCode.uninstalling(from: Array(edited.utf8)))
        let wanted = fixture.text?.replacing("\"model\": \"opus\"", with: "\"model\": \"haiku\",\n  \"more\": [1]")
        #expect(String(decoding: after, as: UTF8.self) == wanted)
    }
}
