@testable import MonitorCommands
import Testing

/// A file as a user of an agent may have it; `text` is `nil` where there is none yet.
struct HookFixture: CustomTestStringConvertible, Sendable {
    let agent: String
    let name: String
    let text: String?

    init(_ agent: String, _ name: String, _ text: String?) {
        self.agent = agent
        self.name = name
        self.text = text
    }

    var testDescription: String { "\(agent): \(name)" }
    var bytes: [UInt8]? { text.map { Array($0.utf8) } }

    /// Files that an installation can change.
    static let accepted: [HookFixture] =
        everyAgent + claudeCode + codex + geminiCLI + cursor + copilot

    private static let noFile = HookAgent.all.filter { $0.name != "opencode" }.map {
        HookFixture($0.name, "no file", nil)
    }

    /// Small files, for one agent with groups and one without.
    private static let everyAgent: [HookFixture] =
        noFile
        + ["claude-code", "cursor"].flatMap { agent in
            [
                HookFixture(agent, "an empty object", "{}"),
                HookFixture(agent, "an empty object with a line break", "{}\n"),
                HookFixture(agent, "an empty object on two lines", "{\n}\n"),
                HookFixture(agent, "an empty object with a space", "{ }\r\n"),
                HookFixture(agent, "empty hooks", "{\n  \"hooks\": {}\n}\n"),
                HookFixture(agent, "empty hooks on two lines", "{\n  \"hooks\": {\n  }\n}\n"),
                HookFixture(agent, "compact empty hooks", #"{"hooks":{}}"#),
                HookFixture(agent, "a byte order mark", "\u{FEFF}{\r\n\t\"a\": 1\r\n}\r\n"),
            ]
        }

    static func accepted(_ agent: String) -> [HookFixture] { accepted.filter { $0.agent == agent } }
}
