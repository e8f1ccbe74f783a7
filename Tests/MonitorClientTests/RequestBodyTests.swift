import MonitorClient
import MonitorCore
import Testing

/// The client's bodies against the decoders that the server reads them with.
@Suite struct RequestBodyTests {
    private func value(_ bytes: [UInt8]) throws -> JSONValue { try JSONDocument(parsing: bytes).value }

    @Test func `a workstream and its patch arrive as they were meant`() throws {
        let draft = WorkstreamDraft(name: "A \"name\"\n", metadata: RawJSON(minified: Array("{\"a\":1.0}".utf8)))
        #expect(try WorkstreamDraft(body: value(draft.json)) == draft)
        var patch = WorkstreamPatch()
        patch.name = "B"
        patch.status = .archived
        patch.metadata = .clear
        #expect(try WorkstreamPatch(body: value(patch.json)) == patch)
        #expect(try WorkstreamPatch(body: value(WorkstreamPatch().json)) == WorkstreamPatch())
    }

    @Test func `a task and its patch arrive as they were meant`() throws {
        let draft = TaskDraft(workstreamID: .make(), name: "T")
        #expect(try TaskDraft(body: value(draft.json)) == draft)
        var patch = TaskPatch()
        patch.workstreamID = .make()
        patch.status = .blocked
        patch.summaryText = .clear
        patch.summarySource = .set("ci")
        patch.metadata = .set(.emptyObject)
        patch.hidden = false
        patch.clearsAttention = true
        #expect(try TaskPatch(body: value(patch.json)) == patch)
        #expect(try TaskPatch(body: value(TaskPatch().json)) == TaskPatch())
    }

    @Test func `an update arrives as it was meant, by either way`() throws {
        var draft = UpdateDraft(
            id: .make(), taskID: .make(),
            content: UpdateContent(
                source: "manual", author: "me", message: "line\nbreak", kind: "decision", level: .warn,
                tags: ["a", "b,c"], data: RawJSON(minified: Array("[1e400,\"\\u0000\"]".utf8))))
        #expect(try UpdateDraft(manualBody: value(draft.manualJSON)) == draft)
        draft.content.source = "claude:1"
        #expect(try UpdateDraft(body: value(draft.json)) == draft)
    }

    @Test func `a filter of tasks arrives as it was meant`() throws {
        var filter = TaskFilter()
        filter.workstreamID = .make()
        filter.statuses = [.active, .blocked]
        filter.agentStates = [.waiting]
        filter.attention = true
        filter.includeHidden = true
        filter.includeArchivedWorkstreams = true
        let query = FormQuery(filter.query.encoded.dropFirst())
        #expect(try TaskFilter(QueryDecoder(query, known: TaskFilter.parameters)) == filter)
    }
}
