package import MonitorClient
import MonitorCore

extension HookAgent {
    /// Looks at the file of one scope; `folder` is the repository's, `binary` what an installation would name.
    ///
    /// Reads and changes nothing. What is wrong with the file is part of the answer; throws a `Failure` only where
    /// there can be no such file.
    package func status(
        _ scope: HookScope, _ environment: Environment, folder: String, binary: String
    ) throws(Failure) -> HookStatus {
        let path = try location(scope).path(environment, folder: folder)
        var status = HookStatus(agent: name, scope: scope, file: path)
        do {
            let content = try SettingsFile.read(path).content
            status.exists = content != nil
            try examine(content, HookInvocation(binary: binary), &status)
        } catch let failure as Failure {
            status.problem = failure.message
        } catch let problem as HookFileProblem {
            status.problem = problem.message
        } catch {
            status.problem = Failure(error)?.message ?? "\(error)"
        }
        return status
    }

    private func examine(_ content: [UInt8]?, _ invocation: HookInvocation, _ status: inout HookStatus) throws {
        switch form {
        case .entries(let entries): try entries.examine(content, agent: name, invocation, &status)
        case .plugin(let plugin): try plugin.examine(content, invocation, &status)
        }
    }
}

extension HookEntries {
    fileprivate func examine(
        _ content: [UInt8]?, agent: String, _ invocation: HookInvocation, _ status: inout HookStatus
    ) throws {
        status.missingEvents = events
        guard let content else { return }
        let file = try HookFile(content, self, name: agent)
        let invocation = HookInvocation(binary: invocation.binary, delivery: file.delivery)
        status.installed = !file.ours.isEmpty
        status.missingEvents = events.filter { event in !file.ours.contains { $0.event == event } }
        status.staleEvents = file.staleEvents(invocation)
        status.disabledBy = file.offSwitch
        status.problem = file.missingProgram
    }
}

extension HookPlugin {
    fileprivate func examine(
        _ content: [UInt8]?, _ invocation: HookInvocation, _ status: inout HookStatus
    ) throws(HookFileProblem) {
        guard let content else {
            status.missingEvents = events
            return
        }
        try HookPlugin.demandOurs(content)
        status.installed = true
        status.staleEvents = content == text(invocation) ? [] : events
    }
}
