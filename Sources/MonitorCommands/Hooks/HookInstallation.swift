package import MonitorClient

/// Puts Monitor's hooks into one file of an agent, or takes them out again.
package struct HookInstallation: Sendable {
    package let agent: HookAgent
    package let scope: HookScope
    package let environment: Environment
    /// The repository's folder.
    package let folder: String
    package let isDryRun: Bool

    package init(_ agent: HookAgent, _ scope: HookScope, _ environment: Environment, folder: String, isDryRun: Bool) {
        self.agent = agent
        self.scope = scope
        self.environment = environment
        self.folder = folder
        self.isDryRun = isDryRun
    }

    package func install(_ invocation: HookInvocation) throws -> HookChange {
        try change(.install) { file, _ in try agent.installing(invocation, in: file.content) }
    }

    /// To the bytes of before where nobody wrote since; otherwise without what is ours.
    package func uninstall() throws -> HookChange {
        try change(.uninstall) { file, backup in
            guard let content = file.content else { return nil }
            return try backup.before(content) ?? agent.uninstalling(from: content)
        }
    }

    private func change(
        _ action: HookChange.Action, _ plan: (SettingsFile, HookBackup) throws -> [UInt8]?
    ) throws -> HookChange {
        let path = try agent.location(scope).path(environment, folder: folder)
        do {
            do {
                return try attempt(action, path, plan)
            } catch is SettingsFile.Changed {
                return try attempt(action, path, plan)
            }
        } catch is SettingsFile.Changed {
            throw Failure(.local, "\(path) is being written by somebody else; try again")
        } catch let problem as HookFileProblem {
            throw Failure(.local, "\(path): \(problem.message)")
        }
    }

    private func attempt(
        _ action: HookChange.Action, _ path: String, _ plan: (SettingsFile, HookBackup) throws -> [UInt8]?
    ) throws -> HookChange {
        let file = try SettingsFile.read(path)
        let backup = try HookBackup(of: file.target, environment)
        let after = try plan(file, backup)
        var change = HookChange(
            agent: agent.name, scope: scope, file: path, action: action, events: agent.events, isDryRun: isDryRun,
            before: file.content, after: after)
        change.disabledBy = agent.offSwitch(after)
        if isDryRun || !change.isChanged { return change }
        try keep(action, file, after, backup)
        try file.replace(with: after, scope: scope)
        if action == .uninstall { try backup.forget() }
        if file.content != nil { change.backup = backup.previousPath }
        return change
    }

    private func keep(_ action: HookChange.Action, _ file: SettingsFile, _ after: [UInt8]?, _ backup: HookBackup) throws
    {
        try backup.keepPrevious(file.content)
        guard action == .install, let after else { return }
        try backup.keep(before: try original(file, backup), after: after)
    }

    /// What an uninstallation shall bring back: what was there before the first of several installations.
    private func original(_ file: SettingsFile, _ backup: HookBackup) throws -> [UInt8]? {
        guard let content = file.content else { return nil }
        return try backup.before(content) ?? agent.uninstalling(from: content)
    }
}
