import MonitorCore
import MonitorSources
import Testing

/// An agent that also runs the hooks of another one: both copies of an event are one event.
@Suite struct CopiedHookTests {
    static let cursor = #""conversation_id":"c1","cursor_version":"2.4.1","workspace_roots":["/src/shop"]"#

    @Test(arguments: [
        (#""tool_name":"Shell","tool_input":{"command":"npm test"},"tool_use_id":"t1""#, "preToolUse", "PreToolUse"),
        (#""tool_name":"Shell","tool_input":{"command":"npm test"}"#, "postToolUse", "PostToolUse"),
        (#""prompt":"Fix it""#, "beforeSubmitPrompt", "UserPromptSubmit"), (#""status":"completed""#, "stop", "Stop"),
        (#""reason":"completed""#, "sessionEnd", "SessionEnd"), ("\"x\":1", "sessionStart", "SessionStart"),
    ])
    func `Cursor's copy by way of Claude Code's hooks has the identity of its own`(
        _ fields: String, _ own: String, _ copied: String
    ) throws {
        let first = try event(
            "cursor", #"{\#(Self.cursor),"generation_id":"g1","hook_event_name":"\#(own)",\#(fields)}"#)
        let fields = fields.replacing("\"Shell\"", with: "\"Bash\"")
        let second = try event(
            "claude-code",
            #"{"session_id":"c1",\#(Self.cursor),"generation_id":"g1","hook_event_name":"\#(copied)",\#(fields)}"#)
        #expect(first.identity != nil)
        #expect(first.identity == second.identity)
        #expect(first.route == second.route)
        #expect(first.content.source == second.content.source)
        #expect(first.signals == second.signals)
    }

    @Test(arguments: [
        (#""generation_id":"g2","hook_event_name":"preToolUse","tool_name":"Shell","tool_input":{"command":"ls"}"#),
        (#""generation_id":"g1","hook_event_name":"preToolUse","tool_name":"Shell","tool_input":{"command":"pwd"}"#),
        (#""generation_id":"g1","hook_event_name":"postToolUse","tool_name":"Shell","tool_input":{"command":"ls"}"#),
        (#""generation_id":"g1","hook_event_name":"preToolUse","tool_name":"Read","tool_input":{"command":"ls"}"#),
    ])
    func `other events of Cursor have other identities`(_ fields: String) throws {
        let one =
            #""generation_id":"g1","hook_event_name":"preToolUse","tool_name":"Shell","tool_input":{"command":"ls"}"#
        let first = try event("cursor", "{\(Self.cursor),\(one)}")
        #expect(try first.identity != event("cursor", "{\(Self.cursor),\(fields)}").identity)
    }

    @Test func `an event of Cursor that nothing tells apart is new each time`() throws {
        #expect(try event("cursor", #"{\#(Self.cursor),"hook_event_name":"stop"}"#).identity == nil)
        let unknown = #"{\#(Self.cursor),"generation_id":"g1","hook_event_name":"hologramRendered"}"#
        #expect(try event("cursor", unknown).identity == nil)
    }

    @Test func `Copilot's copy by way of Claude Code's hooks has the identity of its own`() throws {
        let own = try event(
            "copilot",
            #"{"sessionId":"p","timestamp":1787394843512,"cwd":"/src/shop","toolName":"bash","toolArgs":"{\"command\":\"ls\"}"}"#
        )
        let copied = try event(
            "claude-code",
            #"{"hook_event_name":"PreToolUse","session_id":"p","timestamp":"2026-08-22T10:34:03.512Z","cwd":"/src/shop","tool_name":"Bash","tool_input":{"command":"ls"}}"#
        )
        #expect(own.identity != nil)
        #expect(own.identity == copied.identity)
        #expect(own.route == copied.route)
        #expect(own.signals == copied.signals)
    }

    @Test func `a time alone does not make an event of Claude Code one of Copilot's`() throws {
        let fields =
            #""hook_event_name":"Stop","session_id":"s","timestamp":"2026-08-22T10:34:03Z","permission_mode":"plan""#
        #expect(try event("claude-code", "{\(fields)}").content.source == "claude:s")
    }

    @Test(arguments: [("before", "running"), ("after", "completed")])
    func `OpenCode's stream and its plugin's hooks tell one call`(_ hook: String, _ state: String) throws {
        let hook = try event(
            "opencode",
            #"{"type":"tool.execute.\#(hook)","properties":{"tool":"bash","sessionID":"s","callID":"c","args":{"command":"ls"}}}"#
        )
        let part = try event(
            "opencode",
            #"{"type":"message.part.updated","properties":{"part":{"type":"tool","tool":"bash","sessionID":"s","callID":"c","state":{"status":"\#(state)","input":{"command":"ls"}}}}}"#
        )
        #expect(hook.identity != nil)
        #expect(hook.identity == part.identity)
        #expect(hook.signals == part.signals)
        #expect(hook.content.message == part.content.message)
    }

    private func event(_ source: String, _ payload: String) throws -> SourceEvent {
        let adapter = try #require(SourceRegistry.adapter(named: source))
        return try adapter.normalize(Delivery(payload: JSONDocument(parsing: Array(payload.utf8)).value))
    }
}
