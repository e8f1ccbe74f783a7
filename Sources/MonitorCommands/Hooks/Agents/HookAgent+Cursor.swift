extension HookAgent {
    /// Of the two families that tell of shell and MCP calls, the one for all tools.
    ///
    /// It covers every tool, tells failures, and carries one id from start to end; both would tell each call twice.
    static let cursor = HookAgent(
        name: "cursor", title: "Cursor",
        locations: [
            .user: .home(variable: nil, standard: ".cursor", file: "hooks.json"),
            .project: .repository(".cursor/hooks.json"),
        ],
        form: .entries(
            HookEntries(
                .flat,
                events: [
                    "sessionStart", "sessionEnd", "beforeSubmitPrompt", "preToolUse", "postToolUse",
                    "postToolUseFailure", "subagentStart", "subagentStop", "preCompact", "stop", "afterAgentResponse",
                ],
                carriesVersion: true
            ) { _, invocation in
                .object([
                    .init("command", .string(invocation.line("cursor"))), .init("timeout", .integer(secondsAllowed)),
                ])
            }),
        advice: ["Cursor can also load Claude Code's hooks; the server keeps one of two equal events."])
}
