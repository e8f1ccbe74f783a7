import MonitorCore
import Testing

@testable import MonitorServer

/// Row 41: queries that mean harm, or look as if they did, are literal text.
@Suite struct QueryAbuseTests {
    private static let texts = [
        "'", "\"", "''", "\"\"", "'; DROP TABLE updates; --", "%", "_", "\\", "%_\\", "a%b", "*", "**", "* *", "a*b",
        "(", ")",
        "()", "((((", "^", "^a", ":", "message:a", "tags : a", "-", "-a", "- a", "+a", "AND", "OR", "NOT", "NEAR",
        "a AND",
        "AND a", "a OR b", "NOT a", "a NOT b", "NEAR(a b)", "NEAR(a b, 2)", "a NEAR b", "{a b} : c", "\"a", "a\"",
        "\"a\" *",
        "\"a\"*", "\"\" a", "a\u{0}b", "\u{0}", "é", "e\u{301}", "🦀", "\u{202E}", "\u{FFFD}", "a\nb", "\u{FEFF}", "½",
        "²",
        "١٢", "ß", "漢字", "\u{1F1E9}\u{1F1EA}", "rowid", "1=1", "a.b.c", "C:\\x", "--", "/*", "*/", ";", "$1", "?1",
        "@a", "#",
        String(repeating: "a", count: 5_000), String(repeating: "a ", count: 2_000),
        String(repeating: "\"", count: 1_001),
        String(repeating: "(", count: 2_000), String(repeating: "a* ", count: 300),
    ]

    @Test func `any text is a fine value of any text filter`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            _ = try await server.postUpdate(place.update("plain"))
            for text in Self.texts {
                let value = UpdateModel.Query.encode(text)
                for parameter in ["q", "tag", "source", "kind"] {
                    let answer = try await server.get("/api/updates?\(parameter)=\(value)")
                    #expect(answer.status == 200, "\(parameter)=\(text.prefix(40))")
                    #expect(answer.total == 0, "\(parameter)=\(text.prefix(40))")
                }
            }
            #expect(try await server.get("/api/updates").total == 1)
        }
    }

    @Test func `a text finds itself as tag, source and kind, and nothing else`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let texts = Self.texts.filter { $0.unicodeScalars.count <= 200 && !$0.contains("\u{0}") }
            for text in texts {
                var body = JSONWriter()
                body.member("task_id", place.task)
                body.member("source", text)
                body.member("message", "m")
                body.member("kind", text)
                body.member("tags", [text])
                let answer = try await server.post("/api/updates", String(decoding: body.finish(), as: UTF8.self))
                #expect(answer.status == 201, "\(text)")
            }
            for text in texts {
                for parameter in ["tag", "source", "kind"] {
                    let answer = try await server.get("/api/updates?\(parameter)=\(UpdateModel.Query.encode(text))")
                    #expect(answer.total == 1, "\(parameter)=\(text)")
                    #expect(answer.items.count == 1, "\(parameter)=\(text)")
                }
            }
        }
    }

    @Test(arguments: [
        ("build AND", 1), ("build and failed", 1), ("NOT failed", 0), ("failed -build", 1), ("^build", 1),
        ("message:build", 0),
        ("\"build AND failed\"", 1), ("\"failed build\"", 0), ("buil*", 1), ("buil", 0), ("\"buil*\"", 0), ("BUILD", 1),
        ("foo-bar", 1), ("bar-foo", 0), ("foo", 1), ("fo* ba*", 1), ("v1.2", 1), ("*", 0), ("", -1), ("blue", 1),
        ("bl*", 1),
        ("build blue", 1), ("\"foo bar blue\"", 0), ("café", 1), ("cafe", 1), ("CAFÉ", 1), ("\"build", 1),
    ])
    func `the words of a search are literal, all wanted`(search: String, total: Int) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            _ = try await server.postUpdate(
                place.update("build AND failed v1.2 café foo-bar", #","tags":["blue"]"#))
            let answer = try await server.get("/api/updates?q=\(UpdateModel.Query.encode(search))")
            #expect(answer.status == (total < 0 ? 400 : 200))
            #expect(answer.total == (total < 0 ? nil : total))
        }
    }

    @Test(arguments: ["tag", "source", "kind", "level"])
    func `a filter may repeat a hundred times and no more`(parameter: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            _ = try await server.postUpdate(
                #"{"task_id":"\#(place.task)","source":"info","message":"m","kind":"info","level":"info","tags":["info"]}"#
            )
            for (count, status) in [(1, 200), (100, 200), (101, 400), (1_000, 400)] {
                let other = parameter == "level" ? "warn" : "x"
                let values = (1..<count).map { "\(parameter)=\(other)\(parameter == "level" ? "" : "\($0)")" }
                let uri = "/api/updates?" + (values + ["\(parameter)=info"]).joined(separator: "&")
                let answer = try await server.get(uri)
                #expect(answer.status == status, "\(count)")
                if status == 200 {
                    #expect(answer.total == 1)
                } else {
                    #expect(answer.message.contains("'\(parameter)'"))
                }
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `random query strings never fail the server`(seed: UInt64) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            _ = try await server.postUpdate(place.update())
            var random = SeededRandom(seed: seed)
            let names = UpdateFilter.parameters.sorted() + ["x", "", "q%"]
            let values = [
                "", "1", "-1", "a", "%", "%4", "%FF", "+", "\"", "*", "desc", "info", place.task, "2027-01-15", "%00",
            ]
            for _ in 0..<250 {
                let pairs = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    (random.pick(names) ?? "") + (random.pick(["=", "", "=="]) ?? "") + (random.pick(values) ?? "")
                }
                let uri = "/api/updates?" + pairs.joined(separator: random.pick(["&", "&&", ";"]) ?? "&")
                let answer = try await server.get(uri)
                #expect(answer.status == 200 || answer.status == 400, "\(uri)")
                #expect(answer.json != nil)
            }
        }
    }
}
