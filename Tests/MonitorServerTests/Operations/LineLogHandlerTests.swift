import Logging
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct LineLogHandlerTests {
    private static let texts = [
        "a\nb", "a\r\nb", "\u{1B}[2J\u{1B}]52;c;aGk=\u{7}", "\u{9B}31m", "\u{85}next", "\u{2028}\u{2029}", "\u{0}",
        "\u{7F}",
        "\u{202E}txt.exe", "\u{FEFF}", "\"}\n{\"level\":\"info\"", "\\", "é👩‍👩‍👧", String(repeating: "x", count: 1 << 20),
        "e" + String(repeating: "\u{301}", count: 1 << 20), String(repeating: "\n", count: 1 << 20),
    ]

    // The texts are found by their places: a test's arguments are printed.

    @Test(arguments: LoggingConfiguration.Format.allCases, texts.indices)
    func `an event is one line without control characters, whatever is in it`(
        format: LoggingConfiguration.Format, index: Int
    ) {
        let text = Self.texts[index]
        let line = LineLogHandler(format: format).line(event("\(text)", ["path": "\(text)"]))
        let lines = String(decoding: line, as: UTF8.self).unicodeScalars
        #expect(lines.last == "\n")
        for scalar in lines.dropLast() {
            #expect(![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory))
        }
        #expect(line.count < 32 * 1024)
    }

    @Test(arguments: texts.indices)
    func `a JSON line has the event's values`(index: Int) throws {
        let text = Self.texts[index]
        let line = LineLogHandler(format: .json).line(event("request failed", ["path": "\(text)", "n": "7"]))
        let json = try JSONDocument(parsing: line).value
        #expect(json["level"]?.string == "error")
        #expect(json["message"]?.string == "request failed")
        #expect(json["n"]?.string == "7")
        #expect(Timestamp(rfc3339: json["time"]?.string ?? "") != nil)
        let value = try #require(json["path"]?.string)
        #expect(text.utf8.count > 2_000 ? value.utf8.count <= 2_010 && value.hasSuffix("…") : value == text)
    }

    @Test func `a text line has level, message and fields in order`() {
        var handler = LineLogHandler(format: .text)
        handler.metadata = ["b": "handler's", "a": "kept"]
        let line = String(decoding: handler.line(event("told", ["b": "event's"])), as: UTF8.self)
        #expect(line.hasSuffix(" error told a=kept b=event's\n"))
    }

    @Test func `a value that was cut inside a character is still text`() throws {
        let text = String(repeating: "é", count: 1_500)
        let line = LineLogHandler(format: .json).line(event("m", ["v": "x\(text)"]))
        #expect(try JSONDocument(parsing: line).value["v"]?.string?.hasSuffix("…") == true)
    }

    private func event(_ message: Logger.Message, _ metadata: Logger.Metadata) -> LogEvent {
        LogEvent(
            level: .error, message: message, metadata: metadata, source: nil, file: "", function: "", line: 0)
    }
}
