import MonitorCore
import Testing

@Suite struct PatchTests {
    static let then = Timestamp(microseconds: 1_000)
    static let now = Timestamp(microseconds: 2_000)

    static let workstream = Workstream(
        id: WorkstreamID(high: 1, low: 1), name: "w", metadata: RawJSON(minified: Array("{\"a\":1}".utf8)),
        createdAt: then,
        updatedAt: then)

    static let task = TrackedTask(
        id: TaskID(high: 1, low: 1), workstreamID: WorkstreamID(high: 1, low: 1), name: "t",
        summary: .init(text: "s", source: "claude:1", updatedAt: then),
        metadata: RawJSON(minified: Array("{\"a\":1}".utf8)),
        createdAt: then, updatedAt: then, attention: .init(reason: .question, message: "?", since: then))

    @Test(arguments: [
        "{}", #"{"name":"w"}"#, #"{"status":"active"}"#, #"{"metadata":{"a":1}}"#, #"{"metadata":{ "a" : 1 }}"#,
        #"{"name":"w","status":"active","metadata":{"a":1}}"#,
    ])
    func `a patch that changes nothing gives an equal workstream`(_ body: String) throws {
        let patch = try WorkstreamPatch(body: JSONValue(reading: body))
        #expect(PatchTests.workstream.applying(patch, at: PatchTests.now) == PatchTests.workstream)
    }

    @Test(arguments: [#"{"name":"x"}"#, #"{"status":"archived"}"#, #"{"metadata":{"a":1.0}}"#, #"{"metadata":null}"#])
    func `a patch that changes a workstream gives it a new time`(_ body: String) throws {
        let row = PatchTests.workstream.applying(
            try WorkstreamPatch(body: JSONValue(reading: body)), at: PatchTests.now)
        #expect(row != PatchTests.workstream)
        #expect(row.updatedAt == PatchTests.now)
        #expect(row.createdAt == PatchTests.then)
    }

    @Test(arguments: [
        "{}", #"{"name":"t"}"#, #"{"status":"active"}"#, #"{"hidden":false}"#, #"{"summary_text":"s"}"#,
        #"{"summary_source":"claude:1"}"#, #"{"summary_text":"s","summary_source":"claude:1"}"#,
        #"{"metadata":{"a":1}}"#,
        #"{"workstream_id":"00000000-0000-0001-0000-000000000001"}"#,
    ])
    func `a patch that changes nothing gives an equal task`(_ body: String) throws {
        let patch = try TaskPatch(body: JSONValue(reading: body))
        #expect(PatchTests.task.applying(patch, at: PatchTests.now) == PatchTests.task)
    }

    @Test(arguments: [
        #"{"name":"x"}"#, #"{"status":"done"}"#, #"{"hidden":true}"#, #"{"summary_text":"x"}"#,
        #"{"summary_text":null}"#,
        #"{"summary_source":"x"}"#, #"{"summary_source":null}"#, #"{"metadata":null}"#, #"{"metadata":{}}"#,
        #"{"attention":null}"#,
        #"{"workstream_id":"00000000-0000-0001-0000-000000000002"}"#,
    ])
    func `a patch that changes a task gives it a new time`(_ body: String) throws {
        let row = PatchTests.task.applying(try TaskPatch(body: JSONValue(reading: body)), at: PatchTests.now)
        #expect(row != PatchTests.task)
        #expect(row.updatedAt == PatchTests.now)
    }

    @Test(
        arguments: [
            ("{}", "s", "claude:1", false), (#"{"summary_text":"s"}"#, "s", "claude:1", false),
            (#"{"summary_text":"x"}"#, "x", "manual", true),
            (#"{"summary_text":"x","summary_source":"ci"}"#, "x", "ci", true),
            (#"{"summary_text":"x","summary_source":null}"#, "x", "manual", true),
            (#"{"summary_source":"ci"}"#, "s", "ci", true),
            (#"{"summary_source":null}"#, "s", "manual", true), (#"{"summary_text":null}"#, nil, nil, true),
            (#"{"summary_text":null,"summary_source":"ci"}"#, nil, nil, true),
        ] as [(String, String?, String?, Bool)])
    func `a summary has a text, a source and its own time`(
        _ body: String, _ text: String?, _ source: String?, _ isNew: Bool
    ) throws {
        let row = PatchTests.task.applying(try TaskPatch(body: JSONValue(reading: body)), at: PatchTests.now)
        #expect(row.summary?.text == text)
        #expect(row.summary?.source == source)
        if text != nil { #expect(row.summary?.updatedAt == (isNew ? PatchTests.now : PatchTests.then)) }
    }

    @Test func `a source without a text is no summary`() throws {
        var task = PatchTests.task
        task.summary = nil
        let patch = try TaskPatch(body: JSONValue(reading: #"{"summary_source":"ci"}"#))
        #expect(task.applying(patch, at: PatchTests.now) == task)
    }

    @Test func `metadata is replaced as it stands and cleared to an empty object`() throws {
        let replaced = try TaskPatch(body: JSONValue(reading: #"{"metadata":{"b":1.0,"b":2}}"#))
        #expect(PatchTests.task.applying(replaced, at: PatchTests.now).metadata.text == #"{"b":1.0,"b":2}"#)
        let cleared = try TaskPatch(body: JSONValue(reading: #"{"metadata":null}"#))
        #expect(PatchTests.task.applying(cleared, at: PatchTests.now).metadata == .emptyObject)
    }

    @Test func `a person dismisses a wait`() throws {
        let patch = try TaskPatch(body: JSONValue(reading: #"{"attention":null}"#))
        #expect(PatchTests.task.applying(patch, at: PatchTests.now).attention == nil)
    }
}
