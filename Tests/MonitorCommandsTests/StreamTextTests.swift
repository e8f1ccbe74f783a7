import MonitorClient
import MonitorCommands
import MonitorCore
import Testing

@Suite struct StreamTextTests {
    private static let task = "0199f3aa-0000-7000-8000-000000000001"

    private func event(_ name: String, _ json: String) -> StreamEvent { StreamEvent(name: name, data: json, id: "12") }

    private func update(_ message: String) -> StreamEvent {
        event(
            "update",
            """
            {"seq":12,"timestamp":"2026-11-24T09:30:00.123456Z","task_id":"\(StreamTextTests.task)","source":"manual",\
            "author":"me","message":"\(message)","kind":"decision","level":"warn","tags":[]}
            """)
    }

    @Test func `an update is one line with its time, task, level, message and origin`() {
        var words = StreamText()
        #expect(
            words.text(of: update("Go"))
                == "2026-11-24 09:30:00Z  [\(StreamTextTests.task)]  WARN  Go  (manual, decision, me)")
    }

    @Test func `a task has the name that it was given last`() throws {
        var words = StreamText()
        let id = try #require(TaskID(StreamTextTests.task))
        #expect(words.unnamedTask(of: update("Go")) == id)
        words.name(id, "Old")
        #expect(words.text(of: update("Go")).contains("[Old]"))
        #expect(words.unnamedTask(of: update("Go")) == nil)
        _ = words.text(of: event("task_updated", "{\"id\":\"\(id)\",\"name\":\"New\"}"))
        #expect(words.text(of: update("Go")).contains("[New]"))
    }

    @Test func `a line break in a message cannot look like an event`() {
        var words = StreamText()
        let lines = words.text(of: update("a\\nb\\u2028c\\r\\nd")).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("    ") })
    }

    @Test func `a task that waits says for what`() {
        var words = StreamText()
        let json = """
            {"id":"\(StreamTextTests.task)","name":"T","status":"active","agent_state":"waiting",\
            "updated_at":"2026-11-24T09:30:00.1Z","attention":{"reason":"permission","message":"rm -rf?"}}
            """
        #expect(
            words.text(of: event("task_updated", json))
                == "2026-11-24 09:30:00Z  task_updated  [T]  active, waiting; waits for you: permission: rm -rf?")
    }

    @Test(arguments: ["reset", "task_deleted", "something_new"])
    func `an event without words of its own shows its data`(name: String) {
        var words = StreamText()
        #expect(words.text(of: event(name, "{\"a\":1}")) == "\(name)  {\"a\":1}")
        #expect(words.text(of: event(name, "no JSON")) == "\(name)  no JSON")
    }

    @Test func `a line of JSON has the event, its seq and its data`() {
        #expect(
            String(decoding: event("update", "{\"a\": 1}").jsonLine, as: UTF8.self)
                == #"{"event":"update","seq":12,"data":{"a":1}}"#)
        let odd = StreamEvent(name: "reset", data: "no JSON", id: "")
        #expect(String(decoding: odd.jsonLine, as: UTF8.self) == #"{"event":"reset","data":"no JSON"}"#)
    }
}
