import MonitorCore
import Testing

/// The bodies that make and change workstreams and tasks.
@Suite struct RowBodyTests {
    static let stream = "00000000-0000-0002-0000-000000000001"

    @Test func `a workstream is made of a name and metadata`() throws {
        #expect(try WorkstreamDraft(body: JSONValue(reading: #"{"name":"w"}"#)) == WorkstreamDraft(name: "w"))
        let draft = try WorkstreamDraft(
            body: JSONValue(reading: #"{"name":"w","metadata":{"n": 1.0,"big":9007199254740993}}"#))
        #expect(draft.metadata.text == #"{"n":1.0,"big":9007199254740993}"#)
        #expect(
            try WorkstreamDraft(body: JSONValue(reading: #"{"name":"w","metadata":null}"#)).metadata == .emptyObject)
    }

    @Test func `a task is made of a workstream and a name`() throws {
        let draft = try TaskDraft(
            body: JSONValue(reading: #"{"workstream_id":"\#(RowBodyTests.stream)","name":"t\u0000"}"#))
        #expect(draft == TaskDraft(workstreamID: WorkstreamID(high: 2, low: 1), name: "t\u{FFFD}"))
    }

    @Test(arguments: [
        ("{}", "'name' is missing"), (#"{"name":null}"#, "'name' is missing"),
        (#"{"name":""}"#, "'name' must not be empty"),
        (#"{"name":"\n"}"#, "'name' must not be empty"), (#"{"name":1}"#, "'name' must be a string, not number"),
        (#"{"name":"w","metadata":[]}"#, "'metadata' must be a JSON object, not array"),
        (#"{"name":"w","metadata":"{}"}"#, "'metadata' must be a JSON object, not string"),
        (#"{"name":"w","status":"active"}"#, "unknown field 'status'; known are metadata, name"),
        ("[]", "the body must be a JSON object, not array"),
    ])
    func `what makes no workstream is 422`(_ body: String, _ message: String) {
        let error = refusal { _ = try WorkstreamDraft(body: JSONValue(reading: body)) }
        #expect(error?.message == message)
        #expect(error?.status == 422)
    }

    @Test(arguments: [
        (#"{"name":"t"}"#, "'workstream_id' is missing"),
        (#"{"workstream_id":"x","name":"t"}"#, "'workstream_id' must be a UUID, not 'x'"),
        (#"{"workstream_id":"\#(stream)"}"#, "'name' is missing"),
        (
            #"{"workstream_id":"\#(stream)","name":"t","hidden":true}"#,
            "unknown field 'hidden'; known are metadata, name, workstream_id"
        ),
    ])
    func `what makes no task is 422`(_ body: String, _ message: String) {
        let error = refusal { _ = try TaskDraft(body: JSONValue(reading: body)) }
        #expect(error?.message == message)
        #expect(error?.status == 422)
    }

    @Test func `metadata may have 64 KiB and no more`() throws {
        let body = { (bytes: Int) in
            #"{"name":"w","metadata":{ "a" : "\#(String(repeating: "x", count: bytes - 8))" }}"#
        }
        #expect(try WorkstreamDraft(body: JSONValue(reading: body(65_536))).metadata.bytes.count == 65_536)
        let error = refusal { _ = try WorkstreamDraft(body: JSONValue(reading: body(65_537))) }
        #expect(error?.message == "'metadata' has 65537 bytes; at most 65536 are allowed")
    }

    @Test func `an absent field is left, null clears, a value sets`() throws {
        #expect(try TaskPatch(body: JSONValue(reading: "{}")) == TaskPatch())
        let cleared = try TaskPatch(
            body: JSONValue(reading: #"{"summary_text":null,"summary_source":null,"metadata":null,"attention":null}"#))
        #expect(cleared.summaryText == .clear && cleared.summarySource == .clear && cleared.metadata == .clear)
        #expect(cleared.clearsAttention)
        let set = try TaskPatch(
            body: JSONValue(
                reading:
                    #"{"name":"n","workstream_id":"\#(RowBodyTests.stream)","status":"blocked","summary_text":"s","#
                    + #""summary_source":"ci","metadata":{},"hidden":true}"#))
        #expect(set.name == "n" && set.workstreamID == WorkstreamID(high: 2, low: 1) && set.status == .blocked)
        #expect(set.summaryText == .set("s") && set.summarySource == .set("ci") && set.metadata == .set(.emptyObject))
        #expect(set.hidden == true && !set.clearsAttention)
    }

    @Test func `a workstream's patch says the same`() throws {
        #expect(try WorkstreamPatch(body: JSONValue(reading: "{}")) == WorkstreamPatch())
        let patch = try WorkstreamPatch(body: JSONValue(reading: #"{"name":"n","status":"archived","metadata":null}"#))
        #expect(patch.name == "n" && patch.status == .archived && patch.metadata == .clear)
    }

    @Test(arguments: [
        (#"{"name":null}"#, APIError.Code.invalidField, "'name' cannot be null"),
        (#"{"status":null}"#, .invalidField, "'status' cannot be null"),
        (#"{"hidden":null}"#, .invalidField, "'hidden' cannot be null"),
        (#"{"workstream_id":null}"#, .invalidField, "'workstream_id' cannot be null"),
        (#"{"name":" "}"#, .invalidField, "'name' must not be empty"),
        (
            #"{"status":"open"}"#, .invalidValue,
            "'status' cannot be 'open'; it is one of active, blocked, done, cancelled"
        ),
        (#"{"hidden":"true"}"#, .invalidField, "'hidden' must be true or false, not string"),
        (#"{"hidden":0}"#, .invalidField, "'hidden' must be true or false, not number"),
        (#"{"summary_text":""}"#, .invalidField, "'summary_text' must not be empty"),
        (#"{"summary_text":{}}"#, .invalidField, "'summary_text' must be a string, not object"),
        (#"{"summary_source":""}"#, .invalidField, "'summary_source' must not be empty"),
        (#"{"attention":true}"#, .invalidField, "'attention' can only be set to null"),
        (#"{"attention":{"reason":"ci"}}"#, .invalidField, "'attention' can only be set to null"),
        (#"{"agent_state":"idle"}"#, .unknownField, "unknown field 'agent_state'; known are attention, hidden"),
        (#"{"id":"x"}"#, .unknownField, "unknown field 'id'"),
    ])
    func `a patch says what is wrong`(_ body: String, _ code: APIError.Code, _ message: String) throws {
        let error = try #require(refusal { _ = try TaskPatch(body: JSONValue(reading: body)) })
        #expect(error.code == code)
        #expect(error.message.hasPrefix(message), "\(error.message)")
    }

    @Test func `an error is JSON with its code and message`() throws {
        let json = try JSONDocument(parsing: APIError(.notFound, "there is no \"x\"\n").json).value
        #expect(json["error"]?.string == "not_found")
        #expect(json["message"]?.string == "there is no \"x\"\n")
        #expect(APIError.Code.allCases.map { APIError($0, "").status }.allSatisfy { (400...599).contains($0) })
        #expect(Set(APIError.Code.allCases.map(\.rawValue)).count == APIError.Code.allCases.count)
    }
}
