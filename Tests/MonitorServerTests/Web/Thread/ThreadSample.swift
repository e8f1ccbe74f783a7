import MonitorCore

@testable import MonitorServer

/// Updates as agents make them, each with as little data as it needs.
enum ThreadSample {
    static func update(
        _ seq: Seq, _ kind: String?, data: String? = nil, source: String = "claude:1", level: Level? = nil,
        message: String = "message", at seconds: Int? = nil
    ) -> Update {
        let time = JournalFixture.now.advanced(by: .seconds((seconds ?? Int(seq)) - 1_000))
        let content = UpdateContent(
            source: source, message: message, kind: kind, level: level,
            tags: source == "manual" ? ["decision"] : [], data: data.map { RawJSON(minified: Array($0.utf8)) })
        return Update(seq: seq, id: .make(), taskID: task, timestamp: time, content: content)
    }

    static let task = TaskID.make()

    /// The call of a tool, at its beginning or its end.
    static func call(
        _ seq: Seq, _ tool: String = "Read", _ id: String, isEnd: Bool = true, subagent: String? = nil,
        input: String = #"{"file_path":"/src/a.ts"}"#, response: String = #""done""#
    ) -> Update {
        let agent = subagent.map { #","agent_id":"\#($0)""# } ?? ""
        let end = isEnd ? #","tool_response":\#(response)"# : ""
        return update(
            seq, "tool_use",
            data: #"{"tool_name":"\#(tool)","tool_use_id":"\#(id)","tool_input":\#(input)\#(agent)\#(end)}"#)
    }

    static func permission(_ seq: Seq) -> Update {
        update(
            seq, "permission_request",
            data: #"{"tool_name":"Bash","tool_input":{"command":"npm ci","description":"Reinstall"}}"#)
    }

    /// Newest first, with each kind of row and detail.
    static var window: ThreadWindow {
        let edit = #"{"file_path":"/src/a.ts","old_string":"a\nb","new_string":"a\nc"}"#
        let failure = #"{"tool_name":"Bash","tool_input":{"command":"x"},"error":"Exit code 1\nFAIL","duration_ms":5}"#
        let question = #"{"questions":[{"question":"x","options":[{"label":"a","description":"b"}]}]}"#
        let todos = #"{"todos":[{"content":"x","status":"completed"}]}"#
        let hunk = #"{"structuredPatch":[{"oldStart":1,"oldLines":1,"newStart":1,"newLines":1,"lines":["-a","+b"]}]}"#
        let long = #""\#(String(repeating: "x", count: 20_000))""#
        let calls = (0..<8).map { call(Seq(10 + $0), "Read", "r\($0)") }
        let rows = [
            update(1, nil, source: "manual", level: .warn), update(2, "user_prompt"),
            permission(3), update(5, "tool_failure", data: failure, level: .error),
            update(6, "question", data: #"{"tool_name":"AskUserQuestion","tool_input":\#(question)}"#),
            update(7, "session_start"),
            update(8, "ci_run", data: #"{"status":"completed","conclusion":"failure","url":"https://example.com"}"#),
            update(9, "decision", data: long),
        ]
        let tools = [
            call(30, "Edit", "e1", input: edit), call(31, "Edit", "e2", input: edit, response: hunk),
            call(32, "Bash", "b1", input: #"{"command":"x"}"#, response: #"{"stdout":"x","exit_code":0}"#),
            call(33, "Read", "r9", isEnd: false), call(34, "Read", "r10", response: long),
            update(40, "status_note"), call(41, "TodoWrite", "t1", input: todos), update(42, "status_note"),
            call(43, "TodoWrite", "t2", input: todos), call(44, "TodoWrite", "t3", input: todos),
            update(45, "turn_end"), call(46, "Odd", "o1", input: "{}", response: "{}"), permission(47),
            update(49, "permission_request", data: #"{"tool_name":"ExitPlanMode","tool_input":{"plan":"x"}}"#),
        ]
        let all = (rows + calls + tools).sorted { $0.seq > $1.seq }
        return ThreadWindow(updates: all, changes: changes, olderBefore: 1, olderCount: 1)
    }

    /// Newest first.
    static var changes: [StateChange] {
        let parts: [StateChange.Part] = [
            .agentState(from: .working, to: .waiting, .permission), .name(from: "x"), .hidden(true),
        ]
        return [
            StateChange(seq: 48, time: JournalFixture.now, parts: parts, agentState: .waiting),
            StateChange(seq: 20, time: JournalFixture.now, parts: [.created], agentState: .working),
            StateChange(seq: 4, time: JournalFixture.now, parts: parts, agentState: .waiting),
        ]
    }

    static func surroundings(now: Timestamp, calls: RenderedRows<ToolUseView>) -> ThreadItemView.Surroundings {
        ThreadItemView.Surroundings(
            context: ThreadContext(updates: window.updates, changes: changes), workstreamNames: [:], now: now,
            calls: calls)
    }
}
