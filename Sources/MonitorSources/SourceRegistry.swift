package import MonitorCore

/// Every adapter that Monitor has; a new source is one line here.
package enum SourceRegistry {
    package static let adapters: [any SourceAdapter] = [
        ClaudeCodeAdapter(),
        CodexAdapter(),
        GeminiCLIAdapter(),
        CursorAdapter(),
        OpenCodeAdapter(),
        CopilotAdapter(),
        GitHubAdapter(),
        GitLabAdapter(),
        GenericAdapter(),
    ]

    /// The adapter of that name, as it stands in `/api/sources/:source`.
    package static func adapter(named name: String) -> (any SourceAdapter)? {
        adapters.first { $0.name == name }
    }
}
