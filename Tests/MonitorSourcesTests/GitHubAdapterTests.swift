import MonitorCore
import MonitorSources
import Testing

@Suite struct GitHubAdapterTests {
    @Test(arguments: ["x-github-event", "X-GitHub-Event", "X-GITHUB-EVENT"])
    func `the event's header is found in any case`(_ name: String) throws {
        #expect(try normalize("{}", [name: "push"]).kind == "push")
    }

    @Test(arguments: [
        (#"{"workflow_run":{}}"#, "workflow_run", "ci_run"), (#"{"workflow_job":{}}"#, "workflow_job", "ci_job"),
        (#"{"workflow_job":{},"deployment":{}}"#, "workflow_job", "ci_job"),
        (#"{"deployment":{},"workflow_run":{}}"#, "deployment", "deployment"),
        (#"{"deployment":{},"deployment_status":{}}"#, "deployment_status", "deployment"),
        (#"{"pull_request":{}}"#, "pull_request", "pull_request"),
        (#"{"pull_request":{},"review":{}}"#, "pull_request_review", "code_review"),
        (#"{"issue":{}}"#, "issues", "issue"), (#"{"issue":{},"comment":{}}"#, "issue_comment", "issue"),
        (#"{"release":{}}"#, "release", "release"), (#"{"ref":"r","commits":[]}"#, "push", "push"),
        (#"{"zen":"z"}"#, "ping", "external_update"),
    ])
    func `without the header the payload's keys tell the event`(_ payload: String, _ name: String, _ kind: String)
        throws
    {
        for headers in [[:], ["x-github-event": ""], ["x-github-delivery": "1"]] {
            let content = try normalize(payload, headers)
            #expect(content.kind == kind)
            #expect(content.tags == ["github", name])
        }
    }

    @Test(arguments: [
        (#"{"repository":{"full_name":"o/r"}}"#, "github:o/r"),
        (#"{"repository":{"name":"r","owner":{"login":"o"}}}"#, "github:o/r"),
        (#"{"repository":{"owner":{"login":"o"}}}"#, "github:o"), (#"{"organization":{"login":"o"}}"#, "github:o"),
        (#"{"installation":{"account":{"login":"o"}}}"#, "github:o"), (#"{"sender":{"login":"s"}}"#, "github:unknown"),
        (#"{"repository":null,"organization":{"login":"o"}}"#, "github:o"),
        (#"{"repository":"o/r"}"#, "github:unknown"),
        (#"{"repository":{"full_name":" "}}"#, "github:unknown"),
    ])
    func `the source is the repository, its owner or unknown`(_ payload: String, _ source: String) throws {
        #expect(try normalize(payload, [:]).source == source)
    }

    @Test func `an action that has the event's name is one tag`() throws {
        #expect(try normalize(#"{"action":"push"}"#, ["x-github-event": "push"]).tags == ["github", "push"])
    }

    private func normalize(_ payload: String, _ headers: [String: String]) throws -> UpdateContent {
        let payload = try JSONDocument(parsing: Array(payload.utf8)).value
        return try GitHubAdapter().normalize(Delivery(headers: headers, payload: payload)).content
    }
}
