import MonitorCore
import MonitorSources
import Testing

/// The part of a payload that the forges' adapters keep.
@Suite struct ForgeDataTests {
    @Test(arguments: (Sample.of("github") + Sample.of("gitlab")))
    func `data is flat, names nothing twice and says where it comes from`(_ sample: Sample) throws {
        let raw = try #require(try event(of: sample).content.data)
        let data = try #require(JSONObject(try JSONDocument(parsing: raw.bytes)))
        #expect(Set(data.keys).count == data.keys.count)
        #expect(data["event"]?.string != nil)
        #expect(raw.bytes.count < 4_096)
        #expect(data.members.allSatisfy { $0.key == "commits" || ![.object, .null].contains($0.value.kind) })
    }

    @Test func `a run is kept with its ids to the last digit`() throws {
        let data = try #require(
            try event(of: Sample(source: "github", name: "workflow_run.completed.failure")).content.data)
        #expect(
            data.text == #"{"event":"workflow_run","action":"completed","repository":"Octo/Shop","actor":"dana","#
                + #""title":"Round once","name":"test","sha":"5f2a90d3b1c74e8f9a0b6c5d4e3f2a1b0c9d8e7f","#
                + #""status":"completed","conclusion":"failure","branch":"fix-tax","#
                + #""url":"https://github.com/Octo/Shop/actions/runs/9223372036854770001","workflow":"test","#
                + #""run_id":9223372036854770001,"run_number":163,"run_attempt":1,"trigger":"push","#
                + #""path":".github/workflows/test.yml"}"#)
    }

    @Test(arguments: [
        ("github", "pull_request.opened", #""number":4"#), ("github", "pull_request.opened", #""base":"main""#),
        ("github", "pull_request.opened", #""labels":["bug","tax"]"#),
        ("github", "pull_request.opened.of-fork", #""branch":"eve:main""#),
        ("github", "pull_request.closed.merged", #""merged":true"#),
        ("github", "pull_request_review.submitted.approved", #""review_state":"approved""#),
        ("github", "issue_comment.created.issue", #""body":"Still wrong in 2.1.""#),
        ("github", "workflow_run.completed.of-pull-request", #""number":4"#),
        ("github", "workflow_job.completed.failure", #""failed_step":"Run the tests""#),
        ("github", "dependabot_alert.created.critical", #""severity":"critical""#),
        ("github", "release.published", #""tag":"v2.1""#),
        ("github", "push", #""message":"Round once","author":"dana"}]"#), ("github", "push", #""commit_count":2"#),
        ("gitlab", "merge_request.open", #""number":12"#), ("gitlab", "merge_request.open", #""labels":["bug"]"#),
        ("gitlab", "pipeline.failed", #""run_id":9007199254741001"#),
        ("gitlab", "pipeline.failed.of-merge-request", #""number":12"#),
        ("gitlab", "build.failed", #""job_id":9007199254741003"#),
        ("gitlab", "build.running.old", #""url":"https://gitlab.example.com/octo/shop/-/jobs/9007199254741003""#),
        ("gitlab", "push", #""message":"Round once","author":"Dana"}]"#),
        ("gitlab", "note.merge_request.line", #""path":"src/tax.swift","line":40"#),
    ])
    func `what a reader needs is kept`(_ source: String, _ name: String, _ member: String) throws {
        let data = try #require(try event(of: Sample(source: source, name: name)).content.data)
        #expect(data.text.contains(member), "\(data.text)")
    }

    @Test(arguments: ["github", "gitlab"]) func `long texts and lists are cut`(_ source: String) throws {
        let long = String(repeating: "é", count: 3_000)
        let commits = Array(repeating: #"{"id":"\#(long)","message":"\#(long)"}"#, count: 30).joined(separator: ",")
        let payload =
            #"{"object_kind":"push","ref":"refs/heads/\#(long)","commits":[\#(commits)],"sender":{"login":"\#(long)"}}"#
        let data = try #require(try event(source, ["x-github-event": "push"], payload).content.data)
        let object = try #require(JSONObject(try JSONDocument(parsing: data.bytes)))
        #expect(object["commits"]?.array?.count == 20)
        #expect(data.bytes.count < 30_000)
    }

    @Test func `a comment's beginning is kept`() throws {
        let body = String(repeating: "😀", count: 2_500)
        let payload = #"{"issue":{"number":1},"comment":{"body":"\#(body)"}}"#
        let data = try #require(try event("github", [:], payload).content.data)
        let kept = try JSONDocument(parsing: data.bytes).value["body"]?.string
        #expect(kept == String(repeating: "😀", count: 1_999) + "…")
    }

    private func event(of sample: Sample) throws -> SourceEvent {
        try #require(SourceRegistry.adapter(named: sample.source)).normalize(sample.delivery())
    }

    private func event(_ source: String, _ headers: [String: String], _ payload: String) throws -> SourceEvent {
        let payload = try JSONDocument(parsing: Array(payload.utf8)).value
        return try #require(SourceRegistry.adapter(named: source)).normalize(
            Delivery(headers: headers, payload: payload))
    }
}
