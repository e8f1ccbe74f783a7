import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// Row 27: whatever text is posted, a stream's reader sees one event with that text.
///
/// Neither the parser of the stream nor that of its JSON (Foundation's) is the product's. Seen to fail: with frames in
/// which the escape of a line break was replaced by the line break.
@Suite struct FrameInjectionTests {
    /// What ends lines, begins fields, is taken for a break by someone, or is no character at all.
    private static let pieces = [
        "\r", "\n", "\r\n", "\n\n", "\r\r", "\0", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}", "\u{1B}[2J",
        "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "😀", "👩‍👩‍👧", "e\u{301}", "\u{202E}", "\u{7F}", "\u{9B}", "\"", "\\",
        "\\n", "\\u000a", "</script>", "id: 7", "data: x", "event: reset", "retry: 1", ": ", "\ndata: {}\n\n",
        "\r\nid: 9\r\n\r\n", "a", " ", "\t",
    ]

    @Test(arguments: [UInt64(27), 270]) func `random hostile texts come through as one event each`(
        seed: UInt64
    ) async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            var random = SeededRandom(seed: seed)
            let texts = (0..<200).map { _ in FrameInjectionTests.fields(using: &random) }
            let events = try await BlockingThread.run {
                var (stream, http) = (try StreamWire(to: server.port), try HTTPWire(to: server.port))
                for fields in texts {
                    let answer = try http.post("/api/updates", FrameInjectionTests.body(fields, board.task))
                    try answer.expectCreated()
                }
                return try stream.events(texts.count)
            }
            for (fields, event) in zip(texts, events) {
                #expect(event.name == "update")
                let object = try FrameInjectionTests.object(event)
                for (key, text) in fields where key != "tag" && key != "data" {
                    let isEqual = FrameInjectionTests.isEqual(object[key], text, storesNull: false)
                    #expect(isEqual, "\(key): \(text.debugDescription)")
                }
                let tags = object["tags"] as? [String]
                #expect(FrameInjectionTests.isEqual(tags?.first, fields["tag"] ?? "", storesNull: false))
                let data = object["data"] as? [String: String]
                #expect(FrameInjectionTests.isEqual(data?.first?.key, fields["data"] ?? "", storesNull: true))
                #expect(FrameInjectionTests.isEqual(data?.first?.value, fields["data"] ?? "", storesNull: true))
            }
            #expect(events.compactMap(\.seq) == Array(3..<Int64(texts.count) + 3))
        }
    }

    @Test func `hostile names and metadata come through as one event each`() async throws {
        try await withServer { server in
            var random = SeededRandom(seed: 72)
            let names = (0..<60).map { _ in FrameInjectionTests.text(using: &random) }
            let events = try await BlockingThread.run {
                var (stream, http) = (try StreamWire(to: server.port), try HTTPWire(to: server.port))
                for name in names {
                    let body: [String: Any] = ["name": name, "metadata": [name: name]]
                    let row = try http.post("/api/workstreams", Array(JSONSerialization.data(withJSONObject: body)))
                    let id = row.json?["id"]?.string ?? ""
                    let task: [String: Any] = ["name": name, "workstream_id": id, "metadata": [name: name]]
                    let answer = try http.post("/api/tasks", Array(JSONSerialization.data(withJSONObject: task)))
                    try answer.expectCreated()
                }
                return try stream.events(names.count * 2)
            }
            for (index, event) in events.enumerated() {
                #expect(event.name == (index.isMultiple(of: 2) ? "workstream_created" : "task_created"))
                let (object, name) = (try FrameInjectionTests.object(event), names[index / 2])
                #expect(FrameInjectionTests.isEqual(object["name"], name, storesNull: false))
                let metadata = object["metadata"] as? [String: String]
                #expect(FrameInjectionTests.isEqual(metadata?.first?.key, name, storesNull: true))
                #expect(FrameInjectionTests.isEqual(metadata?.first?.value, name, storesNull: true))
            }
        }
    }

    private static func fields(using random: inout SeededRandom) -> [String: String] {
        var fields: [String: String] = [:]
        for key in ["message", "source", "kind", "author", "tag", "data"] { fields[key] = text(using: &random) }
        return fields
    }

    /// At most 30 characters and one letter, so that no field is empty.
    private static func text(using random: inout SeededRandom) -> String {
        var parts = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        parts.insert("m", at: Int.random(in: 0...parts.count, using: &random))
        return parts.joined()
    }

    private static func body(_ fields: [String: String], _ task: TaskID) throws -> [UInt8] {
        var body: [String: Any] = ["task_id": "\(task)", "tags": [fields["tag"] ?? ""]]
        for key in ["message", "source", "kind", "author"] { body[key] = fields[key] }
        body["data"] = [fields["data"] ?? "": fields["data"] ?? ""]
        return try Array(JSONSerialization.data(withJSONObject: body))
    }

    /// Foundation drops a byte order mark that begins a string or follows an escape, so another character stands for it.
    private static func object(_ event: WireEvent) throws -> [String: Any] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: event.text.unicodeScalars.map { $0 == "\u{FEFF}" ? "\u{E000}" : $0 })
        return try #require(JSONSerialization.jsonObject(with: Data(String(text).utf8)) as? [String: Any])
    }

    /// Compares scalar by scalar, as Swift takes different ways to write a character for the same.
    ///
    /// NUL is stored only inside JSON.
    private static func isEqual(_ value: Any?, _ text: String, storesNull: Bool) -> Bool {
        let expected = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "\0" where !storesNull: "\u{FFFD}"
            case "\u{FEFF}": "\u{E000}"
            default: scalar
            }
        }
        return (value as? String)?.unicodeScalars.elementsEqual(expected) == true
    }
}
