import MonitorCore
import MonitorSources
import Testing

/// A tool's call from its start to its end, as Claude Code's hooks tell it.
@Suite struct AgentToolTests {
    @Test(arguments: ["Bash", "AskUserQuestion", "ExitPlanMode"])
    func `a permission request is about the call that follows or went before`(_ tool: String) throws {
        let input = #""tool_name":"\#(tool)","tool_input":{"command":"npm ci","plan":"Sum","questions":[]}"#
        let answered = input.replacing("\"questions\":[]", with: "\"questions\":[],\"answers\":{\"a\":\"b\"}")
        let started = try use("PreToolUse", input + #","tool_use_id":"t""#)
        let asked = try use("PermissionRequest", input)
        let ended = try use("PostToolUse", (tool == "Bash" ? input : answered) + #","tool_use_id":"t""#)
        #expect(started.fingerprint == asked.fingerprint)
        #expect(asked.fingerprint == ended.fingerprint)
        #expect(started.id == "t" && asked.id == nil && ended.id == "t")
    }

    @Test func `another input is another call`() throws {
        let one = try use("PermissionRequest", #""tool_name":"Bash","tool_input":{"command":"npm ci"}"#)
        let other = try use("PermissionRequest", #""tool_name":"Bash","tool_input":{"command":"npm i"}"#)
        let tool = try use("PermissionRequest", #""tool_name":"Zsh","tool_input":{"command":"npm ci"}"#)
        #expect(Set([one, other, tool].map(\.fingerprint)).count == 3)
    }

    @Test func `each event of a call has an identity of its own`() throws {
        let call = #""tool_name":"Bash","tool_use_id":"t""#
        let events = ["PreToolUse", "PostToolUse", "PostToolUseFailure", "PermissionDenied"]
        let identities = try events.map { try event($0, call).identity }
        #expect(identities == events.map { "claude-code:s:\($0):t" })
        #expect(try event("PermissionRequest", #""tool_name":"Bash""#).identity == nil)
        #expect(try event("Stop", #""last_assistant_message":"Done""#).identity == nil)
    }

    @Test(arguments: [#""x""#, #"{"stdout":"x"}"#, #"{"stderr":"x","exit_code":1}"#, #"[{"type":"text","text":"x"}]"#])
    func `a response of 300 KB is kept and does not reach the message`(_ shape: String) throws {
        let long = String(repeating: "\u{1F980}\\u001b[31m\\n", count: 300_000 / 14)
        let response = shape.replacing("\"x\"", with: "\"\(long)\"")
        let event = try event(
            "PostToolUse", #""tool_name":"Bash","tool_input":{"command":"ls"},"tool_response":\#(response)"#)
        #expect(event.content.message.unicodeScalars.count < 2_000)
        #expect(event.content.message.hasPrefix(shape.contains("exit_code") ? "Bash failed: ls" : "Bash done: ls"))
        #expect(event.content.data.map { $0.bytes.count > 300_000 } == true)
    }

    private func event(_ name: String, _ fields: String) throws -> SourceEvent {
        let payload = #"{"session_id":"s","cwd":"/src/shop","hook_event_name":"\#(name)",\#(fields)}"#
        return ClaudeCodeAdapter().normalize(Delivery(payload: try JSONDocument(parsing: Array(payload.utf8)).value))
    }

    private func use(_ name: String, _ fields: String) throws -> SessionSignal.ToolUse {
        guard case .session(let signal) = try event(name, fields).signals.first else {
            throw APIError(.internalError, "no signal of a session")
        }
        return try #require(signal.meaning.use)
    }
}

extension SessionSignal.Meaning {
    fileprivate var use: SessionSignal.ToolUse? {
        switch self {
        case .toolStarted(let use), .toolEnded(let use): use
        case .asked(let question), .reminded(let question): question.toolUse
        default: nil
        }
    }
}
