import MonitorCore

/// What a command did to an agent's file, or would do.
package struct HookChange: Equatable, Sendable {
    package enum Action: String, Sendable { case install, uninstall }

    package let agent: String
    package let scope: HookScope
    package let file: String
    package let action: Action
    package let events: [String]
    package let isDryRun: Bool
    package let before: [UInt8]?
    package let after: [UInt8]?
    /// Where the bytes of before are kept; `nil` where there were none, or nothing was written.
    package var backup: String?
    /// The agent's own setting that keeps hooks from running.
    package var disabledBy: String?

    package var isChanged: Bool { before != after }

    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("agent", agent)
        writer.member("scope", scope.rawValue)
        writer.member("file", file)
        writer.member("action", action.rawValue)
        writer.member("dry_run", isDryRun)
        writer.member("changed", isChanged)
        writer.member("events", events)
        writer.member("backup", backup)
        if isDryRun { writer.member("diff", diff) }
        return writer.finish()
    }

    private var diff: String {
        if !isChanged { return "" }
        let old = before.map { _ in file } ?? "/dev/null"
        let new = after.map { _ in file } ?? "/dev/null"
        return "--- \(old)\n+++ \(new)\n"
            + TextDiff.unified(
                from: String(decoding: before ?? [], as: UTF8.self), to: String(decoding: after ?? [], as: UTF8.self))
    }
}
