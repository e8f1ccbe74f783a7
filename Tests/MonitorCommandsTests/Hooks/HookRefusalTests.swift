import MonitorCommands
import Testing

@Suite struct HookRefusalTests {
    private let invocation = HookInvocation(binary: "/opt/monitor-cli")

    private static let damaged: [(String, String)] = [
        ("", "line 1, column 1"), ("{\n  \"é\": 1,\n  // note\n  \"b\": 2\n}", "line 3, column 3: a comment"),
        ("{\"é\": 1 /* x */}", "line 1, column 9: a comment"), ("{\n  \"a\": [1,]\n}", "line 2, column 11: a comma"),
        ("{\n  \"a\": 1,\n}", "line 3, column 1: a comma"), ("{\"a\": 1", "ends too early"), ("[]", "no JSON object"),
        ("{'a': 1}", "line 1, column 2"), ("{\"hooks\": []}", "line 1, column 11: \"hooks\" is no object"),
        ("{\"hooks\": null}", "is no object"),
        ("{\"hooks\": {}, \"hooks\": {}}", "\"hooks\" stands there a second time"),
        ("{} {}", "line 1, column 4"), ("{\"a\": 01}", "line 1"), ("{\"a\": \"\u{1}\"}", "control character"),
    ]

    @Test(arguments: damaged) func `a file that is not as it should be is refused`(text: String, hint: String) throws {
        for agent in HookAgent.all where agent.name != "opencode" && agent.name != "gemini-cli" {
            let failed = #expect(throws: HookFileProblem.self) {
                try agent.installing(invocation, in: Array(text.utf8))
            }
            #expect(failed?.message.contains(hint) == true, "\(failed?.message ?? "")")
            #expect(throws: HookFileProblem.self) { try agent.uninstalling(from: Array(text.utf8)) }
        }
    }

    @Test(arguments: HookAgent.all.map(\.name).filter { $0 != "opencode" })
    func `an event that is no array or stands twice is refused`(name: String) throws {
        let agent = try #require(HookAgent(argument: name))
        let event = try #require(agent.events.first)
        for text in ["{\"hooks\": {\"\(event)\": {}}}", "{\"hooks\": {\"\(event)\": [], \"\(event)\": []}}"] {
            #expect(throws: HookFileProblem.self) { try agent.installing(invocation, in: Array(text.utf8)) }
        }
    }

    @Test(arguments: ["{\"a\": 1 /* x }", "{\"a\": 1,} // x", "{\"a\": 1 / 2}"])
    func `comments of Gemini's that do not end, and commas before brackets, are refused`(text: String) throws {
        let agent = try #require(HookAgent(argument: "gemini-cli"))
        #expect(throws: HookFileProblem.self) { try agent.installing(invocation, in: Array(text.utf8)) }
    }

    @Test func `bytes that are no UTF-8 are refused`() throws {
        let bytes = Array("{\"a\": \"".utf8) + [0xFF] + Array("\"}".utf8)
        for agent in HookAgent.all {
            #expect(throws: HookFileProblem.self) { try agent.installing(invocation, in: bytes) }
        }
    }
}
