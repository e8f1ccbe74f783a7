import MonitorCore
import Testing

@Suite struct JSONWriterTests {
    @Test func `an object without members is empty`() {
        #expect(JSONWriter().finish() == Array("{}".utf8))
    }

    @Test func `members stand in the order of the calls`() throws {
        var writer = JSONWriter()
        writer.member("text", "a\"b\n")
        writer.member("none", nil as String?)
        writer.member("number", Int64.min)
        writer.member("yes", true)
        writer.member("no", false)
        writer.member("list", ["a", "\\"])
        writer.member("empty", [])
        writer.member("raw", try RawJSON(parsing: "[1.0, 1e400]"))
        writer.member("json", json: Array("{}".utf8))
        writer.member("id", TaskID(high: 1, low: 2))
        writer.member("time", Timestamp(microseconds: 1))
        let text = String(decoding: writer.finish(), as: UTF8.self)
        #expect(
            text
                == #"{"text":"a\"b\n","number":-9223372036854775808,"yes":true,"no":false,"list":["a","\\"],"empty":[],"#
                + #""raw":[1.0,1e400],"json":{},"id":"00000000-0000-0001-0000-000000000002","#
                + #""time":"1970-01-01T00:00:00.000001Z"}"#)
        #expect(try RawJSON(parsing: text).text == text)
    }

    @Test func `an object goes on with the members of another`() {
        var writer = JSONWriter()
        writer.member("seq", 1)
        #expect(writer.finish(appending: Array(#"{"a":2}"#.utf8)) == Array(#"{"seq":1,"a":2}"#.utf8))
    }

    @Test func `arrays have commas between their values only`() {
        #expect(JSONWriter.array(json: []) == Array("[]".utf8))
        #expect(JSONWriter.array(json: [Array("1".utf8)]) == Array("[1]".utf8))
        #expect(JSONWriter.array(json: [Array("{}".utf8), Array("2".utf8)]) == Array("[{},2]".utf8))
        #expect(JSONWriter.array(["a", "b"]) == Array(#"["a","b"]"#.utf8))
    }

    @Test func `a page has its items and the total`() {
        let page = Page(items: ["a", "b"], total: 7)
        #expect(page.json { Array("\"\($0)\"".utf8) } == Array(#"{"items":["a","b"],"total":7}"#.utf8))
    }

    @Test func `an update is written with all that it has`() throws {
        let content = UpdateContent(
            source: "claude:1", author: "dana", message: "m", kind: "tool_use", level: .warn, tags: ["a"],
            data: try RawJSON(parsing: "{\"n\": 1.0}"))
        let update = Update(
            seq: 5, id: UpdateID(high: 0, low: 1), taskID: TaskID(high: 0, low: 2),
            timestamp: Timestamp(microseconds: 0),
            content: content)
        #expect(
            String(decoding: update.json, as: UTF8.self)
                == #"{"seq":5,"id":"00000000-0000-0000-0000-000000000001","timestamp":"1970-01-01T00:00:00.000000Z","#
                + #""task_id":"00000000-0000-0000-0000-000000000002","source":"claude:1","author":"dana","message":"m","#
                + #""kind":"tool_use","level":"warn","tags":["a"],"data":{"n":1.0}}"#)
    }

    @Test func `an update leaves out what it does not have`() throws {
        let json = UpdateContent(source: "manual", message: "m").json(for: TaskID(high: 0, low: 0))
        #expect(try JSONDocument(parsing: json).value.object?.keys == ["task_id", "source", "message", "tags"])
    }
}
