import MonitorClient
@testable import MonitorCommands
import MonitorCore
import Testing

@Suite struct HookAgentTests {
    private let invocation = HookInvocation(binary: "/opt/m's/monitor-cli")

    /// The handlers of an installation without anything else, by event.
    private func handlers(_ agent: HookAgent, _ invocation: HookInvocation) throws -> [(event: String, JSONValue)] {
        let file = try JSONDocument(parsing: agent.installing(invocation, in: nil)).value
        return try #require(file["hooks"]?.object).members.map { event, elements in
            let element = try #require(elements.array?.first)
            return (event, element["hooks"]?.array?.first ?? element)
        }
    }

    @Test func `the agents have the names of their sources`() {
        #expect(HookAgent.all.map(\.name) == ["claude-code", "codex", "gemini-cli", "cursor", "opencode", "copilot"])
        #expect(HookAgent.allValueStrings == HookAgent.all.map(\.name))
    }

    @Test(arguments: [
        (
            "claude-code",
            #"{"type":"command","command":"/opt/m's/monitor-cli","args":["hook","claude-code"],"timeout":5}"#
        ),
        ("codex", #"{"type":"command","command":"'/opt/m'\\''s/monitor-cli' hook codex","timeout":5}"#),
        ("gemini-cli", #"{"type":"command","command":"'/opt/m'\\''s/monitor-cli' hook gemini-cli","timeout":5000}"#),
        ("cursor", #"{"command":"'/opt/m'\\''s/monitor-cli' hook cursor","timeout":5}"#),
        (
            "copilot",
            #"{"type":"command","bash":"'/opt/m'\\''s/monitor-cli' hook copilot --event EVENT 2>/dev/null || true","timeoutSec":5}"#
        ),
    ]) func `every event has the same handler, with a timeout in the agent's unit`(name: String, handler: String) throws
    {
        let agent = try #require(HookAgent(argument: name))
        let handlers = try handlers(agent, invocation)
        #expect(handlers.map(\.event) == agent.events)
        for (event, value) in handlers {
            #expect(String(decoding: value.bytes, as: UTF8.self) == handler.replacing("EVENT", with: event))
            #expect(HookOwnership.isOurs(value, source: name))
            #expect(HookOwnership.binary(value) == "/opt/m's/monitor-cli")
        }
    }

    @Test func `events that slow an agent down or replace its work are never asked for`() {
        let never = [
            "MessageDisplay", "WorktreeCreate", "BeforeModel", "AfterModel", "BeforeToolSelection", "PostToolBatch",
            "beforeShellExecution", "afterShellExecution", "beforeMCPExecution", "afterMCPExecution",
            "afterAgentThought",
        ]
        for agent in HookAgent.all {
            #expect(Set(agent.events).isDisjoint(with: never))
            #expect(Set(agent.events).count == agent.events.count)
        }
        #expect(HookAgent.claudeCode.events.count == 18)
    }

    @Test(arguments: [true, false]) func `HTTP hooks are for every event but the start`(sendsToken: Bool) throws {
        let url = "https://host/api/sources/claude-code"
        let http = HookInvocation(binary: "/m/monitor-cli", delivery: .http(url: url, sendsToken: sendsToken))
        let token = #","headers":{"Authorization":"Bearer $MONITOR_TOKEN"},"allowedEnvVars":["MONITOR_TOKEN"]"#
        for (event, value) in try handlers(.claudeCode, http) {
            #expect(HookOwnership.isOurs(value, source: "claude-code"))
            if event == "SessionStart" {
                #expect(value["type"]?.string == "command")
            } else {
                let wanted = #"{"type":"http","url":"\#(url)","timeout":5\#(sendsToken ? token : "")}"#
                #expect(String(decoding: value.bytes, as: UTF8.self) == wanted)
            }
        }
    }

    @Test(arguments: [
        ("claude-code", ["CLAUDE_CONFIG_DIR": "/c"], "/c/settings.json", "/r/.claude/settings.json"),
        ("claude-code", [:], "/h/.claude/settings.json", "/r/.claude/settings.json"),
        ("codex", ["CODEX_HOME": "/c"], "/c/hooks.json", "/r/.codex/hooks.json"),
        ("codex", [:], "/h/.codex/hooks.json", "/r/.codex/hooks.json"),
        ("gemini-cli", [:], "/h/.gemini/settings.json", "/r/.gemini/settings.json"),
        ("cursor", [:], "/h/.cursor/hooks.json", "/r/.cursor/hooks.json"),
        (
            "opencode", ["XDG_CONFIG_HOME": "/c"], "/c/opencode/plugins/monitor.js", "/r/.opencode/plugins/monitor.js"
        ),
        ("opencode", [:], "/h/.config/opencode/plugins/monitor.js", "/r/.opencode/plugins/monitor.js"),
        ("copilot", ["COPILOT_HOME": "/c"], "/c/hooks/monitor.json", "/r/.github/hooks/monitor.json"),
        ("copilot", [:], "/h/.copilot/hooks/monitor.json", "/r/.github/hooks/monitor.json"),
    ]) func `files are where the agent looks`(
        name: String, variables: [String: String], user: String, project: String
    ) throws {
        let agent = try #require(HookAgent(argument: name))
        let environment = Environment(variables.merging(["HOME": "/h"]) { own, _ in own })
        #expect(try agent.location(.user).path(environment, folder: "/r") == user)
        #expect(try agent.location(.project).path(environment, folder: "/r") == project)
    }

    @Test func `only Claude Code has local hooks; the others say what they have`() throws {
        let path = try HookAgent.claudeCode.location(.local).path(Environment([:]), folder: "/r")
        #expect(path == "/r/.claude/settings.local.json")
        for agent in HookAgent.all where agent.name != "claude-code" {
            let failure = #expect(throws: Failure.self) { try agent.location(.local) }
            #expect(failure?.status == .usage && failure?.message.contains("--scope user or --scope project") == true)
        }
    }

    @Test func `a home that is not known and a relative folder are told`() {
        for variables in [[:], ["CLAUDE_CONFIG_DIR": "relative"]] {
            let environment = Environment(variables)
            #expect(throws: Failure.self) { try HookAgent.claudeCode.location(.user).path(environment, folder: "/r") }
        }
    }
}
