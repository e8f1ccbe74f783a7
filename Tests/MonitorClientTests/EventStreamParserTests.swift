import MonitorClient
import Testing

@Suite struct EventStreamParserTests {
    /// Every kind of line at once: BOM, comments, all line ends, several data lines, ids, an event without data.
    static let sample =
        "\u{FEFF}: monitor\nretry: 1500\nid: 41\n\n"
        + "id: 42\r\nevent: update\r\ndata: {\"a\":1}\r\n\r\n"
        + "data: two\rdata:lines\r\r"
        + ": heartbeat\n\n"
        + "event: task_updated\nid: 43\ndata:  spaced ü\n\n"
        + "event: nothing\nid: 44\n\n"
        + "data: never finished\n"

    static let expected = [
        StreamEvent(name: "update", data: "{\"a\":1}", id: "42"),
        StreamEvent(name: "message", data: "two\nlines", id: "42"),
        StreamEvent(name: "task_updated", data: " spaced ü", id: "43"),
    ]

    private func parse(_ pieces: [some Collection<UInt8>]) throws -> (events: [StreamEvent], parser: EventStreamParser)
    {
        var parser = EventStreamParser()
        let events = try pieces.flatMap { try parser.append($0) }
        return (events, parser)
    }

    private func events(_ text: String) throws -> [StreamEvent] { try parse([Array(text.utf8)]).events }

    @Test func `a stream in one piece gives its events, the last id and the retry delay`() throws {
        let (events, parser) = try parse([Array(EventStreamParserTests.sample.utf8)])
        #expect(events == EventStreamParserTests.expected)
        #expect(parser.lastEventID == "44")
        #expect(parser.retry == .milliseconds(1500))
    }

    @Test func `a stream cut at any byte gives the same events`() throws {
        let bytes = Array(EventStreamParserTests.sample.utf8)
        for offset in 0...bytes.count {
            let (events, parser) = try parse([bytes[..<offset], bytes[offset...]])
            #expect(events == EventStreamParserTests.expected, "cut at \(offset)")
            #expect(parser.lastEventID == "44")
        }
    }

    @Test func `a stream that comes byte by byte, with empty pieces between, gives the same events`() throws {
        let pieces = EventStreamParserTests.sample.utf8.flatMap { [[$0], []] }
        #expect(try parse(pieces).events == EventStreamParserTests.expected)
    }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func `each of the line ends is one`(end: String) throws {
        let text = "data: a\(end)data: b\(end)\(end)data: c\(end)\(end)"
        #expect(try events(text).map(\.data) == ["a\nb", "c"])
    }

    @Test func `a line feed after a return that ended another line is a line of its own`() throws {
        #expect(try events("data: a\rid: 1\n\ndata: b\n\n").map(\.data) == ["a", "b"])
        #expect(try events("data: a\r\r\ndata: b\r\r").map(\.data) == ["a", "b"])
    }

    @Test func `the examples of the HTML standard come out as it says`() throws {
        #expect(try events("data: YHOO\ndata: +2\ndata: 10\n\n").map(\.data) == ["YHOO\n+2\n10"])
        #expect(try events("data\n\ndata\ndata\n\ndata:").map(\.data) == ["", "\n"])
        #expect(try events("data:test\n\ndata: test\n\n").map(\.data) == ["test", "test"])
        let ids = try events(
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n")
        #expect(ids.map(\.data) == ["first event", "second event", " third event"])
        #expect(ids.map(\.id) == ["1", "", ""])
    }

    @Test func `an id with a NUL is ignored`() throws {
        #expect(try events("id: 7\ndata: a\n\nid: 8\u{0}9\ndata: b\n\n").map(\.id) == ["7", "7"])
    }

    @Test(arguments: ["12a", "", " 5", "-1", "1.5", "99999999999999999999999"])
    func `a retry that is no number of milliseconds is ignored`(text: String) throws {
        let (_, parser) = try parse([Array("retry: 700\nretry: \(text)\n\n".utf8)])
        #expect(parser.retry == .milliseconds(700))
    }

    @Test func `field names are taken to the letter, and unknown ones are ignored`() throws {
        #expect(try events("DATA: a\n data: b\nfoo: c\ndata: d\n\n").map(\.data) == ["d"])
    }

    @Test func `an id counts for resuming only once its event is complete`() throws {
        var parser = EventStreamParser()
        _ = try parser.append(Array("id: 1\ndata: a\n\nid: 2\ndata: b\n".utf8))
        #expect(parser.lastEventID == "1")
        _ = try parser.append(Array("\n".utf8))
        #expect(parser.lastEventID == "2")
    }

    @Test func `a byte order mark is skipped at the very start only`() throws {
        #expect(try events("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n").map(\.data) == ["a"])
    }

    @Test func `bytes that are no UTF-8 become replacement characters`() throws {
        let bytes = Array("data: ".utf8) + [0xFF] + Array("x\n\n".utf8)
        #expect(try parse([bytes]).events.map(\.data) == ["\u{FFFD}x"])
    }

    @Test func `the last id of the connection before carries over`() throws {
        var parser = EventStreamParser(lastEventID: "9")
        #expect(try parser.append(Array("data: a\n\n".utf8)).map(\.id) == ["9"])
        #expect(parser.lastEventID == "9")
    }

    @Test func `an event without an end is refused before it fills the memory`() {
        var parser = EventStreamParser()
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 16 * 1024 * 1024)
        #expect(throws: ClientError.self) {
            for _ in 0...(EventStreamParser.eventLimit / piece.count) { _ = try parser.append(piece) }
        }
    }
}
