import MonitorCore
import Testing

@Suite struct UpdateDraftTests {
    static let task = "00000000-0000-0001-0000-000000000001"

    @Test func `a body becomes a draft with all that it says`() throws {
        let draft = try draft(
            #""source":"ci","message":"m","author":"dana","kind":"k","level":"warn","tags":["a","b"],"#
                + #""data":{"n": 1.0},"#
                + #""id":"00000000-0000-0009-0000-000000000009""#)
        let content = UpdateContent(
            source: "ci", author: "dana", message: "m", kind: "k", level: .warn, tags: ["a", "b"],
            data: try RawJSON(parsing: #"{"n":1.0}"#))
        #expect(draft == UpdateDraft(id: UpdateID(high: 9, low: 9), taskID: TaskID(high: 1, low: 1), content: content))
    }

    @Test func `null is the same as absent`() throws {
        let bare = try draft(#""source":"s","message":"m""#)
        let null = #""id":null,"author":null,"kind":null,"level":null,"tags":null,"data":null"#
        #expect(try draft(#""source":"s","message":"m","# + null) == bare)
        #expect(bare.content.data == nil && bare.content.tags.isEmpty)
    }

    @Test func `a manual update has its source`() throws {
        let body = try JSONValue(reading: #"{"task_id":"\#(UpdateDraftTests.task)","message":"m"}"#)
        #expect(try UpdateDraft(manualBody: body).content.source == "manual")
    }

    @Test(arguments: [
        "{}", "[]", "0", "1e400", "1.0", "-0", "false", #""""#, #""\u0000\ud800""#, #"{"b":1,"a":2,"b":3}"#,
    ])
    func `data is any JSON and keeps its bytes`(_ data: String) throws {
        #expect(try draft(#""source":"s","message":"m","data":"# + data).content.data?.text == data)
    }

    @Test func `of our own fields the last one wins`() throws {
        let draft = try draft(#""source":"s","message":"first","message":"second","m\u0065ssage":"third""#)
        #expect(draft.content.message == "third")
    }

    @Test func `NUL in texts becomes U+FFFD but not in data`() throws {
        let draft = try draft(
            #""source":"s\u0000","message":"\u0000","kind":"\u0000k","author":"a\u0000","tags":["\u0000"],"data":"\u0000""#
        )
        #expect(draft.content.source == "s\u{FFFD}")
        #expect(draft.content.message == "\u{FFFD}")
        #expect(draft.content.kind == "\u{FFFD}k")
        #expect(draft.content.author == "a\u{FFFD}")
        #expect(draft.content.tags == ["\u{FFFD}"])
        #expect(draft.content.data?.text == #""\u0000""#)
    }

    @Test(arguments: HostileText.all.filter { !$0.allSatisfy(\.isWhitespace) && !$0.contains("\u{0}") })
    func `any other text is kept to the letter`(_ text: String) throws {
        var json: [UInt8] = []
        JSONString.write(text, to: &json)
        let draft = try draft(#""source":"s","message":"# + String(decoding: json, as: UTF8.self))
        #expect(Array(draft.content.message.utf8) == Array(text.utf8))
    }

    /// The rest of a body, the code of its error, and how its message begins.
    static let refused: [(String, APIError.Code, String)] = [
        (#""message":"m""#, .missingField, "'source' is missing"),
        (#""source":"s""#, .missingField, "'message' is missing"),
        (#""source":null,"message":"m""#, .missingField, "'source' is missing"),
        (#""source":"s","message":null"#, .missingField, "'message' is missing"),
        (#""source":"s","message":"""#, .invalidField, "'message' must not be empty"),
        (#""source":"s","message":" \n\t""#, .invalidField, "'message' must not be empty"),
        (#""source":"s","message":5"#, .invalidField, "'message' must be a string, not number"),
        (#""source":"s","message":["m"]"#, .invalidField, "'message' must be a string, not array"),
        (#""source":"","message":"m""#, .invalidField, "'source' must not be empty"),
        (#""source":true,"message":"m""#, .invalidField, "'source' must be a string, not boolean"),
        (#""source":"s","message":"m","kind":"""#, .invalidField, "'kind' must not be empty"),
        (#""source":"s","message":"m","kind":{}"#, .invalidField, "'kind' must be a string, not object"),
        (
            #""source":"s","message":"m","level":"fatal""#, .invalidValue,
            "'level' cannot be 'fatal'; it is one of info, warn, error"
        ),
        (#""source":"s","message":"m","level":1"#, .invalidField, "'level' must be a string, not number"),
        (#""source":"s","message":"m","tags":"a""#, .invalidField, "'tags' must be an array of strings, not string"),
        (#""source":"s","message":"m","tags":[1]"#, .invalidField, "'tags' must hold strings of 1 to 200 characters"),
        (#""source":"s","message":"m","tags":[""]"#, .invalidField, "'tags' must hold strings of 1 to 200 characters"),
        (#""source":"s","message":"m","tags":[null]"#, .invalidField, "'tags' must hold strings"),
        (#""source":"s","message":"m","id":"7""#, .invalidField, "'id' must be a UUID, not '7'"),
        (#""source":"s","message":"m","author":"""#, .invalidField, "'author' must not be empty"),
        (
            #""source":"s","message":"m","msg":"x""#, .unknownField,
            "unknown field 'msg'; known are author, data, id, kind"
        ),
        (#""source":"s","message":"m","seq":1"#, .unknownField, "unknown field 'seq'"),
    ]

    @Test(arguments: refused)
    func `an error names the field and says what would be right`(
        _ rest: String, _ code: APIError.Code, _ message: String
    ) throws {
        let error = try #require(refusal { _ = try draft(rest) })
        #expect(error.code == code)
        #expect(error.status == (code == .invalidValue ? 400 : 422))
        #expect(error.message.hasPrefix(message), "\(error.message)")
    }

    @Test(arguments: [
        (#"{"source":"s","message":"m"}"#, "'task_id' is missing"),
        (#"{"task_id":"x","source":"s","message":"m"}"#, "'task_id' must be a UUID, not 'x'"),
        (#"{"task_id":7,"source":"s","message":"m"}"#, "'task_id' must be a string, not number"),
        ("[]", "the body must be a JSON object, not array"), ("null", "the body must be a JSON object, not null"),
        ("\"x\"", "the body must be a JSON object, not string"),
    ])
    func `a body without its task is refused`(_ body: String, _ message: String) {
        #expect(refusal { _ = try UpdateDraft(body: JSONValue(reading: body)) }?.message == message)
    }

    @Test func `an item of a batch is named by its place`() throws {
        let missing = refusal { _ = try UpdateDraft(body: JSONValue(reading: "{}"), prefix: "[3].") }
        #expect(missing?.message == "'[3].source' is missing")
        let wrong = refusal { _ = try UpdateDraft(body: JSONValue(reading: "7"), prefix: "[3].") }
        #expect(wrong?.message == "item [3] must be a JSON object, not number")
        let unknown = refusal { _ = try UpdateDraft(body: JSONValue(reading: #"{"x":1}"#), prefix: "[3].") }
        #expect(unknown?.message.hasPrefix("unknown field '[3].x'") == true)
    }

    @Test func `a manual update takes no source`() throws {
        let body = try JSONValue(reading: #"{"task_id":"\#(UpdateDraftTests.task)","message":"m","source":"x"}"#)
        #expect(refusal { _ = try UpdateDraft(manualBody: body) }?.code == .unknownField)
    }

    @Test(arguments: [("source", Limits.sourceLength), ("kind", Limits.kindLength), ("author", Limits.authorLength)])
    func `a name may have as many characters as its limit and no more`(_ field: String, _ limit: Int) throws {
        for character in ["a", "é", "😀"] {
            let text = { (count: Int) in String(repeating: character, count: count) }
            let others = field == "source" ? "" : #""source":"s","#
            #expect(throws: Never.self) { try draft(others + #""message":"m","\#(field)":"\#(text(limit))""#) }
            let error = refusal { _ = try draft(others + #""message":"m","\#(field)":"\#(text(limit + 1))""#) }
            #expect(
                error == APIError(.invalidField, "'\(field)' has \(limit + 1) characters; at most \(limit) are allowed")
            )
        }
    }

    @Test(arguments: ["a", "é", "日"])
    func `a message may have 64 KiB and no more`(_ character: String) throws {
        let count = Limits.messageBytes / character.utf8.count
        let text =
            String(repeating: character, count: count)
            + String(repeating: "x", count: Limits.messageBytes % character.utf8.count)
        #expect(throws: Never.self) { try draft(#""source":"s","message":"\#(text)""#) }
        let error = refusal { _ = try draft(#""source":"s","message":"\#(text)x""#) }
        #expect(error == APIError(.invalidField, "'message' has 65537 bytes; at most 65536 are allowed"))
    }

    @Test func `tags are limited in number and length`() throws {
        let tags = { (count: Int, length: Int) in
            let tag = "\"" + String(repeating: "é", count: length) + "\""
            return "[" + Array(repeating: tag, count: count).joined(separator: ",") + "]"
        }
        #expect(try draft(#""source":"s","message":"m","tags":"# + tags(64, 200)).content.tags.count == 64)
        #expect(
            refusal { _ = try draft(#""source":"s","message":"m","tags":"# + tags(65, 1)) }?.message
                == "'tags' has 65 tags; at most 64 are allowed")
        #expect(refusal { _ = try draft(#""source":"s","message":"m","tags":"# + tags(1, 201)) }?.code == .invalidField)
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\":1}x", "\u{FEFF}{}"])
    func `a body that is no JSON is told with the place`(_ body: String) throws {
        let error = try #require(refusal { _ = try BodyDecoder.parse(Array(body.utf8)) })
        #expect(error.code == .invalidJSON)
        #expect(error.status == 400)
        #expect(error.message.contains("at byte"))
    }

    private func draft(_ rest: String) throws -> UpdateDraft {
        try UpdateDraft(body: JSONValue(reading: #"{"task_id":"\#(UpdateDraftTests.task)",\#(rest)}"#))
    }
}
