extension HookAgent {
    /// OpenCode has no settings for hooks, so what is installed is a plugin.
    static let openCode = HookAgent(
        name: "opencode", title: "OpenCode",
        locations: [
            .user: .home(variable: "XDG_CONFIG_HOME", standard: ".config", file: "opencode/plugins/monitor.js"),
            .project: .repository(".opencode/plugins/monitor.js"),
        ],
        form: .plugin(HookPlugin(events: OpenCodePlugin.events, body: OpenCodePlugin.body)),
        advice: ["Restart OpenCode; it loads plugins when it starts."])
}
