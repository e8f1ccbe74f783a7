extension HookAgent {
    /// None of the events that fire for each line shown, hold the display up, or replace git's own work.
    static let claudeCode = HookAgent(
        name: "claude-code", title: "Claude Code",
        locations: [
            .user: .home(variable: "CLAUDE_CONFIG_DIR", standard: ".claude", file: "settings.json"),
            .project: .repository(".claude/settings.json"),
            .local: .repository(".claude/settings.local.json"),
        ],
        form: .entries(
            HookEntries(
                .grouped,
                events: [
                    "SessionStart", "SessionEnd", "UserPromptSubmit", "PreToolUse", "PostToolUse", "PostToolUseFailure",
                    "PermissionRequest", "PermissionDenied", "Notification", "SubagentStart", "SubagentStop", "Stop",
                    "StopFailure", "TaskCreated", "TaskCompleted", "TeammateIdle", "PreCompact", "PostCompact",
                ],
                offSwitch: HookEntries.Switch(path: ["disableAllHooks"], offValue: true), handler: claudeHandler)),
        advice: ["Claude Code picks the change up by itself; a project's hooks wait until its folder is trusted."])

    /// Seconds: a hook that hangs for longer holds the agent up.
    ///
    /// The CLI itself gives up much sooner.
    static let secondsAllowed = 5

    @Sendable private static func claudeHandler(_ event: String, _ invocation: HookInvocation) -> JSONTree {
        // A session's start reaches command hooks only.
        if case .http(let url, let sendsToken) = invocation.delivery, event != "SessionStart" {
            return .object(httpMembers(url, sendsToken))
        }
        return .object([
            .init("type", .string("command")), .init("command", .string(invocation.binary)),
            // With arguments of its own the program is started without a shell.
            .init("args", .array([.string("hook"), .string("claude-code")])),
            .init("timeout", .integer(secondsAllowed)),
        ])
    }

    private static func httpMembers(_ url: String, _ sendsToken: Bool) -> [JSONTree.Member] {
        let members: [JSONTree.Member] = [
            .init("type", .string("http")), .init("url", .string(url)), .init("timeout", .integer(secondsAllowed)),
        ]
        guard sendsToken else { return members }
        return members + [
            .init("headers", .object([.init("Authorization", .string("Bearer $MONITOR_TOKEN"))])),
            .init("allowedEnvVars", .array([.string("MONITOR_TOKEN")])),
        ]
    }
}
