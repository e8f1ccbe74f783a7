extension HookAgent {
    /// What the agent's file holds after an installation; the same bytes where it is installed already.
    ///
    /// `nil` stands for a file that is not there. Throws `HookFileProblem` where the file cannot be changed safely.
    package func installing(_ invocation: HookInvocation, in content: [UInt8]?) throws -> [UInt8] {
        switch form {
        case .entries(let entries): try HookFile.installing(entries, named: name, invocation, in: content)
        case .plugin(let plugin): try plugin.installing(invocation, over: content)
        }
    }

    /// What the file holds without us; `nil` where it held nothing else and is to go.
    package func uninstalling(from content: [UInt8]) throws -> [UInt8]? {
        switch form {
        case .entries(let entries): try HookFile.uninstalling(entries, named: name, from: content)
        case .plugin(let plugin): try plugin.uninstalling(from: content)
        }
    }

    /// The setting in a file that keeps its hooks from running, if it is set.
    func offSwitch(_ content: [UInt8]?) -> String? {
        guard case .entries(let entries) = form, let content else { return nil }
        return (try? HookFile(content, entries, name: name))?.offSwitch
    }
}
