extension HookAgent {
    /// Without the model's events, which fire for each piece of an answer.
    static let geminiCLI = HookAgent(
        name: "gemini-cli", title: "Gemini CLI",
        locations: [
            .user: .home(variable: nil, standard: ".gemini", file: "settings.json"),
            .project: .repository(".gemini/settings.json"),
        ],
        form: .entries(
            HookEntries(
                .grouped,
                events: [
                    "SessionStart", "SessionEnd", "BeforeAgent", "AfterAgent", "BeforeTool", "AfterTool",
                    "Notification",
                    "PreCompress",
                ],
                allowsComments: true,
                offSwitch: HookEntries.Switch(path: ["hooksConfig", "enabled"], offValue: false)
            ) { _, invocation in
                .object([
                    .init("type", .string("command")), .init("command", .string(invocation.line("gemini-cli"))),
                    // Milliseconds here, unlike everywhere else.
                    .init("timeout", .integer(secondsAllowed * 1000)),
                ])
            }),
        advice: ["Restart Gemini CLI; a project's hooks wait until its folder is trusted."])
}
