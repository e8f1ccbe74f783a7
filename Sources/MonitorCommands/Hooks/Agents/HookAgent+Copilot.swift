extension HookAgent {
    /// A file of its own among those that Copilot reads, which a user may still add to.
    static let copilot = HookAgent(
        name: "copilot", title: "Copilot",
        locations: [
            .user: .home(variable: "COPILOT_HOME", standard: ".copilot", file: "hooks/monitor.json"),
            .project: .repository(".github/hooks/monitor.json"),
        ],
        form: .entries(
            HookEntries(
                .flat,
                events: [
                    "sessionStart", "sessionEnd", "userPromptSubmitted", "preToolUse", "postToolUse",
                    "postToolUseFailure", "permissionRequest", "notification", "agentStop", "subagentStart",
                    "subagentStop", "preCompact", "errorOccurred",
                ],
                carriesVersion: true, offSwitch: HookEntries.Switch(path: ["disableAllHooks"], offValue: true)
            ) { event, invocation in
                .object([
                    .init("type", .string("command")),
                    // A command that fails before a tool denies the tool, also where the program is gone or another's.
                    // Bodies of events that are named in this way do not say which they are.
                    .init("bash", .string("\(invocation.line("copilot")) --event \(event) 2>/dev/null || true")),
                    .init("timeoutSec", .integer(secondsAllowed)),
                ])
            }),
        advice: ["Copilot also reads a repository's .claude/settings.json; the server keeps one of two equal events."])
}
