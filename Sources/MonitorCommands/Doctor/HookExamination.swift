import MonitorClient

/// The hooks of every agent that has a file here, as findings.
struct HookExamination {
    let environment: Environment
    let folder: String
    let binary: String

    func findings() -> [Finding] {
        let statuses = HookAgent.all.flatMap { agent in
            HookScope.allCases.filter { agent.locations[$0] != nil }.compactMap {
                try? agent.status($0, environment, folder: folder, binary: binary)
            }
        }
        // In the home folder a project's file is the user's.
        var files: Set<String> = []
        let findings = statuses.filter { ($0.installed || $0.problem != nil) && files.insert($0.file).inserted }
            .map(HookExamination.finding)
        if !findings.isEmpty { return findings }
        return [
            Finding(
                "hooks", .warning, "no agent reports to Monitor",
                fix:
                    "`monitor-cli hooks install claude-code`, or one of \(HookAgent.all.map(\.name).joined(separator: ", "))"
            )
        ]
    }

    static func finding(_ status: HookStatus) -> Finding {
        let subject = "hooks of \(status.agent) (\(status.scope.rawValue))"
        let install = "`monitor-cli hooks install \(status.agent) --scope \(status.scope.rawValue)`"
        if let problem = status.problem {
            return Finding(subject, .fault, problem, fix: "mend \(status.file), then \(install)")
        }
        if let setting = status.disabledBy {
            return Finding(subject, .fault, "\(setting) keeps them from running", fix: "take it out of \(status.file)")
        }
        let old = status.missingEvents + status.staleEvents
        if old.isEmpty { return Finding(subject, .ok, "installed and current") }
        return Finding(subject, .fault, "not current: \(old.joined(separator: ", "))", fix: install)
    }
}
