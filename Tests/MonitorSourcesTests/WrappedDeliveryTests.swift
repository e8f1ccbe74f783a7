import MonitorCore
import MonitorSources
import Testing

@Suite struct WrappedDeliveryTests {
    static let task = "00000000-0000-0001-0000-000000000001"

    @Test func `a hook's wrapper becomes an update of its task`() throws {
        let draft = try draft(
            #"{"task_id":"\#(Self.task)","payload":{ "hook_event_name" : "Stop", "n": 1.0, "session_id": "s" }}"#,
            "claude-code")
        #expect(draft.taskID == TaskID(high: 1, low: 1))
        #expect(draft.content.source == "claude:s")
        #expect(draft.content.kind == "turn_end")
        #expect(draft.content.data?.text == #"{"hook_event_name":"Stop","n":1.0,"session_id":"s"}"#)
    }

    @Test(arguments: [#""X-GitHub-Event":"push""#, #""x-github-event":"push","x-github-delivery":"1","odd":[1]"#])
    func `a webhook's wrapper may bring headers`(_ headers: String) throws {
        let draft = try draft(#"{"task_id":"\#(Self.task)","headers":{\#(headers)},"payload":{}}"#, "github")
        #expect(draft.content.kind == "push")
    }

    @Test(arguments: ["", #","headers":null"#, #","headers":{}"#])
    func `a webhook's wrapper may leave its headers out`(_ headers: String) throws {
        let draft = try draft(
            #"{"task_id":"\#(Self.task)","payload":{"workflow_run":{"conclusion":"failure"}}\#(headers)}"#, "github")
        #expect(draft.content.kind == "ci_run")
        #expect(draft.content.level == .error)
    }

    @Test(arguments: [
        ("{}", APIError.Code.missingField, "'task_id' is missing"),
        (#"{"payload":{}}"#, .missingField, "'task_id' is missing"),
        (#"{"task_id":"x","payload":{}}"#, .invalidField, "'task_id' must be a UUID, not 'x'"),
        (#"{"task_id":"\#(task)"}"#, .missingField, "'payload' is missing"),
        (#"{"task_id":"\#(task)","payload":null}"#, .missingField, "'payload' is missing"),
        (#"{"task_id":"\#(task)","payload":"{}"}"#, .invalidField, "'payload' must be a JSON object, not string"),
        (#"{"task_id":"\#(task)","payload":[{}]}"#, .invalidField, "'payload' must be a JSON object, not array"),
        (
            #"{"task_id":"\#(task)","payload":{},"headers":[]}"#, .invalidField,
            "'headers' must be a JSON object, not array"
        ),
        (
            #"{"task_id":"\#(task)","payload":{},"body":1}"#, .unknownField,
            "unknown field 'body'; known are headers, payload, task_id"
        ),
        ("[]", .invalidField, "the body must be a JSON object, not array"),
    ])
    func `a wrapper that lacks something says so`(_ body: String, _ code: APIError.Code, _ message: String) {
        for source in ["claude-code", "github"] {
            let error = #expect(throws: APIError.self) { try draft(body, source) }
            #expect(error == APIError(code, message))
        }
    }

    @Test func `a source that is not in the registry is not found`() {
        let error = #expect(throws: APIError.self) { try draft("{}", "jenkins") }
        #expect(error?.code == .notFound)
    }

    private func draft(_ body: String, _ source: String) throws -> UpdateDraft {
        let body = try JSONDocument(parsing: Array(body.utf8)).value
        let delivery = try WrappedDelivery(body: body, source: source).sourceDelivery()
        return UpdateDraft(taskID: try #require(delivery.taskID), content: delivery.event.content)
    }
}
