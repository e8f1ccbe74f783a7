import MonitorCore
import MonitorSources
import Testing

/// What GitHub's events mean for branches and tasks, beyond what the samples show.
@Suite struct GitHubSignalTests {
    @Test(arguments: [
        ("queued", "null", CheckRun.State.running), ("in_progress", "null", .running), ("waiting", "null", .running),
        ("pending", "null", .running), ("brand_new", "null", .running), ("completed", "null", .stopped),
        ("completed", #""success""#, .passed), ("completed", #""failure""#, .failed),
        ("completed", #""timed_out""#, .failed), ("completed", #""startup_failure""#, .failed),
        ("completed", #""action_required""#, .failed), ("completed", #""cancelled""#, .stopped),
        ("completed", #""skipped""#, .stopped), ("completed", #""neutral""#, .stopped),
        ("completed", #""stale""#, .stopped), ("completed", #""brand_new""#, .stopped),
    ])
    func `a run's state follows its conclusion, else its status`(
        _ status: String, _ conclusion: String, _ state: CheckRun.State
    ) throws {
        let fields = #""id":1,"name":"test","head_branch":"fix","status":"\#(status)","conclusion":\#(conclusion)"#
        #expect(try run(fields).map(\.state) == [state])
    }

    @Test(arguments: [
        (#""head_repository":{"full_name":"octo/shop"}"#, 1), (#""head_repository":{"full_name":"OCTO/Shop"}"#, 1),
        (#""head_repository":{"full_name":"eve/shop"}"#, 0), (#""head_repository":null"#, 0), (#""event":"push""#, 1),
        (#""head_branch":null"#, 0), (#""id":"1""#, 0),
    ])
    func `only a run on a branch of the repository is a check of it`(_ field: String, _ count: Int) throws {
        #expect(try run(#""id":1,"name":"test","head_branch":"main",\#(field)"#).count == count)
    }

    @Test func `a late report of a run that has ended is no news`() throws {
        let ended = try #require(try checks(of: "workflow_run.completed.failure").first)
        let late = try #require(try checks(of: "workflow_run.in_progress").first)
        let again = try #require(try checks(of: "workflow_run.completed.second-attempt").first)
        #expect(!late.supersedes(ended))
        #expect(again.supersedes(ended) && !ended.supersedes(again))
    }

    @Test func `of a status's reports the later one is news in any order`() throws {
        let reports = try ["status.pending", "status.failure", "status.success"].map {
            try #require(try checks(of: $0).first)
        }
        #expect(reports[2].supersedes(reports[1]) && reports[1].supersedes(reports[0]))
        #expect(!reports[0].supersedes(reports[2]))
    }

    @Test(arguments: [
        (#""head":{"ref":"main","repo":{"full_name":"Octo/Shop"}}"#, "main"),
        (#""head":{"ref":"main","repo":{"full_name":"eve/shop"}}"#, nil), (#""head":{"ref":"main","repo":null}"#, nil),
        (#""head":{"ref":"main"}"#, nil), (#""head":null"#, nil),
    ])
    func `a pull request's branch counts where it lies in the repository`(_ head: String, _ branch: String?) throws {
        let payload = #"{"repository":{"full_name":"octo/shop"},"pull_request":{"number":1,\#(head)}}"#
        #expect(try event("pull_request", payload).route.branch == branch)
    }

    @Test(arguments: [
        (#""ref":"refs/heads/a/b""#, "a/b"), (#""ref":"refs/tags/v1""#, nil), (#""ref":"refs/pull/4/merge""#, nil),
        (#""ref":7"#, nil),
    ])
    func `a push is about its branch`(_ ref: String, _ branch: String?) throws {
        #expect(try event("push", #"{"repository":{"full_name":"octo/shop"},\#(ref)}"#).route.branch == branch)
    }

    @Test(arguments: [
        ("main", "main"), ("refs/heads/main", "main"), ("refs/tags/v1", nil),
        ("5f2a90d3b1c74e8f9a0b6c5d4e3f2a1b0c9d8e7f", nil),
    ])
    func `a deployment is about a branch where it names one`(_ ref: String, _ branch: String?) throws {
        let payload = #"{"repository":{"full_name":"octo/shop"},"deployment":{"ref":"\#(ref)"}}"#
        #expect(try event("deployment", payload).route.branch == branch)
    }

    @Test(arguments: [("1-2-3", "github:1-2-3"), ("", nil), (String(repeating: "x", count: 201), nil)])
    func `the delivery's key is its identity`(_ key: String, _ identity: String?) throws {
        #expect(try event("push", "{}", ["x-github-delivery": key]).identity == identity)
    }

    @Test func `a branch that a merge queue made belongs to its pull request`() throws {
        let branch = "gh-readonly-queue/main/pr-104-5f2a90d3"
        let payload = #"{"repository":{"full_name":"octo/shop"},"workflow_run":{"head_branch":"\#(branch)"}}"#
        #expect(try event("workflow_run", payload).route.task.key == "github:octo/shop#pull/104")
    }

    private func run(_ fields: String) throws -> [CheckRun] {
        let payload = #"{"repository":{"full_name":"octo/shop"},"workflow_run":{\#(fields)}}"#
        return checks(try event("workflow_run", payload))
    }

    private func checks(of sample: String) throws -> [CheckRun] {
        checks(try GitHubAdapter().normalize(Sample(source: "github", name: sample).delivery()))
    }

    private func checks(_ event: SourceEvent) -> [CheckRun] {
        event.signals.compactMap { if case .check(let run) = $0 { run } else { nil } }
    }

    private func event(_ name: String, _ payload: String, _ headers: [String: String] = [:]) throws -> SourceEvent {
        let payload = try JSONDocument(parsing: Array(payload.utf8)).value
        let headers = headers.merging(["x-github-event": name]) { a, _ in a }
        return try GitHubAdapter().normalize(Delivery(headers: headers, payload: payload))
    }
}
