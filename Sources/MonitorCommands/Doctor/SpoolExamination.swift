import MonitorClient

/// What waits in the spool, as a finding.
enum SpoolExamination {
    static func findings(_ environment: Environment) -> [Finding] {
        guard let summary = Spool(environment)?.summary() else {
            return [
                Finding(
                    "spool", .fault, "there is no home folder to keep it in", fix: "set HOME or XDG_STATE_HOME")
            ]
        }
        return [waiting(summary)] + lost(summary)
    }

    static func waiting(_ summary: SpoolSummary) -> Finding {
        guard let oldest = summary.oldest, summary.count > 0 else { return Finding("spool", .ok, "nothing waits") }
        return Finding(
            "spool", .warning, "\(summary.count) events wait to be sent, since \(oldest)",
            fix: "`monitor-cli spool flush` sends them now, or says why not")
    }

    static func lost(_ summary: SpoolSummary) -> [Finding] {
        let lost = summary.losses.values.reduce(0, +)
        if lost == 0 { return [] }
        return [
            Finding(
                "spool", .warning, "\(lost) events were let go so far",
                fix: "`monitor-cli spool status` tells them by cause; docs/reference/hook.md says what each means")
        ]
    }
}
