import MonitorCore
import Testing

@Suite struct ServerSentEventTests {
    @Test(arguments: HostileText.all + HostileText.scalars)
    func `an update with any text is one event with the same JSON`(_ text: String) throws {
        var data: [UInt8] = []
        JSONString.write(text, to: &data)
        let content = UpdateContent(
            source: text, author: text, message: text, kind: text, tags: [text, text], data: RawJSON(minified: data))
        let update = Update(
            seq: 42, id: UpdateID(high: 1, low: 1), taskID: TaskID(high: 1, low: 2),
            timestamp: Timestamp(microseconds: 0),
            content: content)
        let entry = JournalEntry(seq: 42, event: .update, keys: .init(), json: update.json)
        let reader = EventStreamReader(ServerSentEvent.frame(entry) + ServerSentEvent.heartbeat)
        #expect(reader.events.count == 1)
        let event = try #require(reader.events.first)
        #expect(event.id == "42")
        #expect(event.name == "update")
        #expect(Array(event.data.utf8) == update.json)
        #expect(try JSONValue(reading: event.data)["message"]?.string.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\n\n"])
    func `data with raw line breaks between its tokens makes one event`(_ space: String) throws {
        let json = try RawJSON(parsing: "{\(space)\"a\"\(space):\(space)[\(space)1\(space)]\(space)}").bytes
        let entry = JournalEntry(seq: 1, event: .update, keys: .init(), json: json)
        #expect(EventStreamReader(ServerSentEvent.frame(entry)).events.map(\.data) == [#"{"a":[1]}"#])
    }

    @Test(arguments: EventName.allCases)
    func `every event has its name`(_ name: EventName) {
        let entry = JournalEntry(seq: .max, event: name, keys: .init(), json: Array("{}".utf8))
        let events = EventStreamReader(ServerSentEvent.frame(entry)).events
        #expect(events == [.init(id: "9223372036854775807", name: name.rawValue, data: "{}")])
    }

    @Test func `frames one after another stay apart`() {
        let frames = (1...5).flatMap {
            ServerSentEvent.frame(JournalEntry(seq: $0, event: .update, keys: .init(), json: Array("[\($0)]".utf8)))
        }
        let events = EventStreamReader(ServerSentEvent.preamble(retry: .seconds(2)) + frames).events
        #expect(events.map(\.id) == ["1", "2", "3", "4", "5"])
        #expect(events.map(\.data) == ["[1]", "[2]", "[3]", "[4]", "[5]"])
    }

    @Test(arguments: [(Duration.milliseconds(1), "1"), (.seconds(3), "3000"), (.milliseconds(2_500), "2500")])
    func `the preamble is no event and tells when to come back`(_ retry: Duration, _ text: String) {
        let reader = EventStreamReader(ServerSentEvent.preamble(retry: retry))
        #expect(reader.events.isEmpty)
        #expect(reader.retry == text)
        #expect(reader.comments.count == 1)
    }

    @Test func `a heartbeat is a comment and nothing else`() {
        let reader = EventStreamReader(ServerSentEvent.heartbeat)
        #expect(reader.events.isEmpty)
        #expect(reader.comments == ["heartbeat"])
    }

    @Test func `a reset has no id and tells the bounds`() throws {
        let bytes = ServerSentEvent.reset(.pruned, bounds: JournalBounds(oldest: 7, head: 9))
        #expect(
            EventStreamReader(bytes).events
                == [.init(name: "reset", data: #"{"reason":"cursor_pruned","oldest_seq":7,"head_seq":9}"#)])
        let ahead = ServerSentEvent.reset(.ahead, bounds: JournalBounds(oldest: 1, head: 0))
        #expect(EventStreamReader(ahead).events.first?.data.contains("cursor_ahead") == true)
    }
}
