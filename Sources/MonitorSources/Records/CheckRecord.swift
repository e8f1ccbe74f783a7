package import MonitorCore

/// The run of a check that an update's data tells of: a workflow, a pipeline or one of its jobs.
package struct CheckRecord: Equatable, Sendable {
    package let name: String?
    package let state: CheckRun.State
    /// What a sentence says of it: `failed`, `is running`.
    package let verb: String
    /// The same for all reports of one run.
    package let run: String?
    /// The run's number as its forge shows it.
    package let number: Int64?
    package let sha: String?
    package let url: String?

    /// `nil` where the data is no run's.
    package init?(_ data: RawJSON?) {
        guard let data, data.isObject, data.bytes.count <= ToolRecord.largestData else { return nil }
        let fields = Payload(data.value)
        guard fields.has("conclusion") || fields.has("status") || fields.has("state") else { return nil }
        let outcome = RunOutcome(
            conclusion: fields.text("conclusion"), status: fields.firstText(["status", "state"]))
        name = fields.firstText(["workflow", "name", "app"]).map { $0.line(upTo: 200) }
        state = outcome.state
        verb = outcome.verb
        let id = ["run_id", "check_suite_id", "check_run_id", "job_id"].lazy.compactMap { fields.int($0) }.first
        run = id.map { "\($0)" } ?? fields.firstText(["name", "workflow"])
        number = fields.int("run_number")
        sha = fields.text("sha").map { String($0.prefix(7)) }
        url = fields.text("url")
    }
}
