extension HookAgent {
    /// `config.toml` is never touched: its `notify` names one program, which is the user's.
    ///
    /// Trust is bound to an entry's text, so it has to stay the same from one version to the next.
    static let codex = HookAgent(
        name: "codex", title: "Codex",
        locations: [
            .user: .home(variable: "CODEX_HOME", standard: ".codex", file: "hooks.json"),
            .project: .repository(".codex/hooks.json"),
        ],
        form: .entries(
            HookEntries(
                .grouped,
                events: [
                    "SessionStart", "SessionEnd", "SubagentStart", "SubagentStop", "PreToolUse", "PermissionRequest",
                    "PostToolUse", "PreCompact", "PostCompact", "UserPromptSubmit", "Stop", "Interrupt",
                ]
            ) { _, invocation in
                .object([
                    .init("type", .string("command")), .init("command", .string(invocation.line("codex"))),
                    .init("timeout", .integer(secondsAllowed)),
                ])
            }),
        advice: ["Codex runs new or changed hooks only after you trust them: open Codex and run /hooks."])
}
