import MonitorCore

extension HookFile {
    /// How the events that are installed already reach Monitor; what is there is no mistake.
    var delivery: HookInvocation.Delivery {
        for handler in ours {
            guard let url = handler.value["url"]?.string else { continue }
            return .http(url: url, sendsToken: handler.value["headers"] != nil)
        }
        return .command
    }

    /// Events with a handler of ours that an installation would change or take away.
    func staleEvents(_ invocation: HookInvocation) -> [String] {
        var stale: [String] = []
        for handler in ours where !stale.contains(handler.event) {
            let wanted = entries.handler(handler.event, invocation).minified
            let isWanted = entries.events.contains(handler.event) && handler.value.bytes.elementsEqual(wanted)
            let isOnlyOne = ours.count { $0.event == handler.event } == 1
            if !isWanted || !isOnlyOne { stale.append(handler.event) }
        }
        return stale
    }

    /// Says so where a handler starts a program that is not there.
    var missingProgram: String? {
        let programs = ours.compactMap { HookOwnership.binary($0.value) }
        guard let gone = programs.first(where: { !FileSystem.isExecutable($0) }) else { return nil }
        return "\(gone) is not there or cannot be run; `monitor-cli hooks install` names the present one"
    }
}
