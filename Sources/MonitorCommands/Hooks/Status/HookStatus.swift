import MonitorCore

/// Whether one file of an agent hands Monitor its events, and what is wrong if not.
package struct HookStatus: Equatable, Sendable {
    package let agent: String
    package let scope: HookScope
    package let file: String
    /// Whether the file is there at all.
    package var exists = false
    /// Whether any handler in it is ours.
    package var installed = false
    /// Wanted events without a handler of ours.
    package var missingEvents: [String] = []
    /// Events whose handler is not, or no longer, what an installation would write.
    package var staleEvents: [String] = []
    /// The agent's own setting that keeps all hooks of the file from running.
    package var disabledBy: String?
    /// What keeps the file from being read or the hooks from working, in words.
    package var problem: String?

    package init(agent: String, scope: HookScope, file: String) {
        self.agent = agent
        self.scope = scope
        self.file = file
    }

    /// Whether an installation would change nothing.
    package var current: Bool { installed && missingEvents.isEmpty && staleEvents.isEmpty && problem == nil }

    /// Whether there is anything to tell about the file.
    var isThere: Bool { exists || problem != nil }

    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("agent", agent)
        writer.member("scope", scope.rawValue)
        writer.member("file", file)
        writer.member("exists", exists)
        writer.member("installed", installed)
        writer.member("current", current)
        writer.member("missing_events", missingEvents)
        writer.member("stale_events", staleEvents)
        writer.member("disabled", disabledBy != nil)
        writer.member("disabled_by", disabledBy)
        writer.member("problem", problem)
        return writer.finish()
    }
}
