import MonitorCore

extension Fixture {
    /// A hook of session `s1` in `/src/shop`.
    private static func hook(
        _ event: String, _ fields: String, _ kind: String, _ level: Level = .info, tool: String? = nil,
        says message: String
    ) -> Fixture {
        let toolField = tool.map { #""tool_name":"\#($0)","# } ?? ""
        let rest = fields.isEmpty ? "" : "," + fields
        return Fixture(
            source: "claude-code",
            headers: [:],
            payload: #"{"session_id":"s1","cwd":"/src/shop",\#(toolField)"hook_event_name":"\#(event)"\#(rest)}"#,
            expected: UpdateContent(
                source: "claude:s1", message: message, kind: kind, level: level,
                tags: ["claude"] + (tool.map { [$0] } ?? [])))
    }

    private static func input(_ fields: String, _ response: String? = nil) -> String {
        #""tool_input":{\#(fields)}"# + (response.map { #","tool_response":\#($0)"# } ?? "")
    }

    static let claudeCode: [Fixture] = claudeTools + claudeFailures + claudeSessions + claudeWaits

    private static let claudeTools: [Fixture] = [
        hook(
            "PreToolUse", input(#""command":"npm test","timeout":1"#), "tool_use", tool: "Bash", says: "Bash: npm test"),
        hook(
            "PreToolUse", input(#""command":"cd a &&\n  make\t-j2""#), "tool_use", tool: "Bash",
            says: "Bash: cd a && make -j2"),
        hook(
            "PostToolUse", input(#""command":"ls""#, #"{"stdout":"a","stderr":"","interrupted":false}"#), "tool_use",
            tool: "Bash",
            says: "Bash done: ls"),
        hook(
            "PreToolUse", input(#""file_path":"/src/shop/a/b.swift""#), "tool_use", tool: "Edit",
            says: "Edit: a/b.swift"),
        hook(
            "PreToolUse", input(#""file_path":"/src/shopping/b""#), "tool_use", tool: "Write",
            says: "Write: /src/shopping/b"),
        hook(
            "PostToolUse", input(#""file_path":"/etc/hosts""#, #"{"type":"text","file":{}}"#), "tool_use", tool: "Read",
            says: "Read done: /etc/hosts"),
        hook(
            "PreToolUse", input(#""notebook_path":"/src/shop/n.ipynb""#), "tool_use", tool: "NotebookEdit",
            says: "NotebookEdit: n.ipynb"),
        hook(
            "PreToolUse", input(#""pattern":"round\\(","path":"/src""#), "tool_use", tool: "Grep",
            says: "Grep: round\\("),
        hook(
            "PreToolUse", input(#""url":"https://example.com/x""#), "tool_use", tool: "WebFetch",
            says: "WebFetch: https://example.com/x"),
        hook(
            "PreToolUse", input(#""description":"Audit guards","prompt":"..""#), "tool_use", tool: "Agent",
            says: "Agent: Audit guards"),
        hook(
            "PreToolUse", input(#""questions":[{"question":"Up or down?"}]"#), "question", tool: "AskUserQuestion",
            says: "Up or down?"),
        hook(
            "PreToolUse", input(#""questions":[{"question":"Up?"},{"question":"Or down?"}]"#), "question",
            tool: "AskUserQuestion", says: "Up? Or down?"),
        hook(
            "PreToolUse", input(#""plan":"Sum first.\nRound once.""#), "permission_request", tool: "ExitPlanMode",
            says: "Plan: Sum first.\nRound once."),
        hook(
            "PostToolUse",
            input(
                #""todos":[{"content":"A","status":"completed"},{"content":"B","status":"in_progress"},{"content":"C"}]"#,
                "{}"),
            "tool_use", tool: "TodoWrite", says: "TodoWrite done: 1 of 3 done, now B"),
        hook(
            "PreToolUse", input(#""id":"SHOP-412""#), "tool_use", tool: "mcp__linear__get_issue",
            says: "linear get_issue: SHOP-412"),
        hook("PostToolUse", input("", #"[{"type":"text"}]"#), "tool_use", tool: "mcp__a__b", says: "a b done"),
        hook("PreToolUse", #""tool_input":"odd""#, "tool_use", tool: "New", says: "New: odd"),
        hook("PreToolUse", "", "tool_use", says: "Tool"),
    ]

    private static let claudeFailures: [Fixture] = [
        hook(
            "PostToolUseFailure", input(#""command":"npm test""#) + #","error":"Exit code 1\n 1 failed""#,
            "tool_failure", .error,
            tool: "Bash", says: "Bash failed: npm test: Exit code 1 1 failed"),
        hook("PostToolUseFailure", "", "tool_failure", .error, tool: "Edit", says: "Edit failed"),
        hook(
            "PostToolUse", input(#""command":"x""#, #"{"success":false,"error":"no"}"#), "tool_failure", .error,
            tool: "Bash",
            says: "Bash failed: x: no"),
        hook("PostToolUse", input("", #"{"success":false}"#), "tool_failure", .error, tool: "T", says: "T failed"),
        hook("PostToolUse", input("", #"{"is_error":true}"#), "tool_failure", .error, tool: "T", says: "T failed"),
        hook(
            "PostToolUse", input("", #"{"isError":true,"message":"m"}"#), "tool_failure", .error, tool: "T",
            says: "T failed: m"),
        hook(
            "PostToolUse", input("", #"{"exit_code":2,"stderr":"bad"}"#), "tool_failure", .error, tool: "Bash",
            says: "Bash failed: bad"),
        hook(
            "PostToolUse", input("", #"{"exitCode":0,"error":"","success":true}"#), "tool_use", tool: "Bash",
            says: "Bash done"),
        hook(
            "PermissionDenied", input(#""command":"rm -rf /""#) + #","reason":"Blocked""#, "tool_failure", .warn,
            tool: "Bash",
            says: "Permission denied for Bash: rm -rf /: Blocked"),
        hook(
            "StopFailure", #""error":"rate_limit","error_details":"429""#, "error", .error,
            says: "Turn failed: rate_limit, 429"),
        hook("StopFailure", "", "error", .error, says: "Turn failed"),
    ]

    private static let claudeSessions: [Fixture] = [
        hook("SessionStart", #""source":"startup""#, "session_start", says: "Session started: startup"),
        hook(
            "SessionStart", #""source":"resume","session_title":"tax""#, "session_start", says: "Session started: tax"),
        hook("SessionEnd", #""reason":"logout""#, "session_end", says: "Session ended: logout"),
        hook("UserPromptSubmit", #""prompt":"Fix it.\nThen test.\n""#, "user_prompt", says: "Fix it.\nThen test."),
        hook("UserPromptSubmit", "", "user_prompt", says: "Prompt"),
        hook("MessageDisplay", #""delta":"The error is here.\n""#, "assistant_message", says: "The error is here."),
        hook("SubagentStart", #""agent_type":"Explore""#, "subagent_start", says: "Subagent Explore started"),
        hook(
            "SubagentStop", #""agent_type":"Explore","last_assistant_message":"12 found""#, "subagent_stop",
            says: "Subagent Explore finished: 12 found"),
        hook("Stop", #""last_assistant_message":"Fixed.","background_tasks":[]"#, "turn_end", says: "Fixed."),
        hook("Stop", #""last_assistant_message":null"#, "turn_end", says: "Turn ended"),
        hook("TaskCreated", #""task_id":"1","task_subject":"Fix""#, "plan_update", says: "Task created: Fix"),
        hook("TaskCompleted", #""task_subject":"Fix""#, "plan_update", says: "Task completed: Fix"),
        hook(
            "FileChanged", #""file_path":"/a/.envrc","event":"change""#, "file_change", says: "File changed: /a/.envrc"),
        hook("PreCompact", #""trigger":"manual""#, "status_note", says: "Context compaction starts: manual"),
        hook("CwdChanged", #""old_cwd":"/a","new_cwd":"/b""#, "status_note", says: "Working directory changed: /b"),
        hook("TeammateIdle", #""teammate_name":"r""#, "status_note", says: "Teammate idle: r"),
        hook("SomethingNew", #""message":"hello""#, "external_update", says: "Something new: hello"),
    ]

    private static let claudeWaits: [Fixture] = [
        hook(
            "PermissionRequest", input(#""command":"npm ci""#), "permission_request", tool: "Bash",
            says: "Permission asked for Bash: npm ci"),
        hook(
            "Notification", #""message":"Claude needs your permission","notification_type":"permission_prompt""#,
            "permission_request",
            says: "Claude needs your permission"),
        hook("Notification", #""message":"m","notification_type":"elicitation_dialog""#, "question", says: "m"),
        hook("Notification", #""message":"m","notification_type":"agent_needs_input""#, "question", says: "m"),
        hook("Notification", #""message":"Waiting","notification_type":"idle_prompt""#, "status_note", says: "Waiting"),
        hook("Notification", "", "status_note", says: "Notification"),
        hook(
            "Elicitation", #""mcp_server_name":"linear","message":"Which team?""#, "question",
            says: "linear asks: Which team?"),
        hook(
            "ElicitationResult", #""mcp_server_name":"linear","action":"accept""#, "status_note",
            says: "Answer to linear: accept"),
    ]
}
