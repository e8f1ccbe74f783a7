extension HookAgent {
    /// Conventions, section 6.
    ///
    /// Shell and MCP calls show both as tools and in events of their own: the tools' family is
    /// the one installed, since it covers every tool, tells failures, and carries one id from start to end.
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
