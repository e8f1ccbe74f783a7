import HTTPTypes
import HummingbirdTesting
import MonitorCore
import Testing

@testable import MonitorServer

/// Row 39: whatever JSON a client sends is its own mistake, never the server's.
@Suite struct HostileJSONTests {
    private static let targets = [
        "/api/workstreams", "/api/tasks", "/api/updates", "/api/updates/manual", "/api/updates/batch",
        "/api/updates/claude-hook", "/api/updates/github-webhook",
    ]

    private static let bodies: [[UInt8]] = [
        [UInt8](repeating: UInt8(ascii: "["), count: 10_000), Array(#"{"a":"#.utf8 * 10_000),
        Array(#"[{"a":"#.utf8 * 5_000),
        [UInt8](repeating: UInt8(ascii: "["), count: 10_000) + [UInt8](repeating: UInt8(ascii: "]"), count: 10_000),
        Array(#"{"name":"#.utf8) + [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000),
        Array(#"{"name":"\#u{0}"}"#.utf8), [0xFF, 0xFE, 0x7B, 0x00], [0xEF, 0xBB, 0xBF] + Array("{}".utf8),
        Array(#"{"name":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8),
        Array(#"{"name":""#.utf8) + [0xED, 0xA0, 0x80, 0x22, 0x7D],
        Array(#"{"name":""#.utf8) + [0xF4, 0x90, 0x80, 0x80, 0x22, 0x7D],
        Array(#"{"name":""#.utf8) + [0xC0, 0xAF, 0x22, 0x7D],
        Array(#"{"\#u{FFFD}":1}"#.utf8), [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D],
        Array(#"{"name":"\ud800\u"}"#.utf8), Array(#"{"name":"\x"}"#.utf8), Array("{\"name\":\"a\nb\"}".utf8),
        Array("nul".utf8), Array("NaN".utf8), Array("+1".utf8), Array("01".utf8), Array("1e".utf8), Array("--1".utf8),
        Array("'x'".utf8), Array("{name:1}".utf8), Array(#"{"a":1,}"#.utf8), Array("[1,]".utf8), Array("{}{}".utf8),
        Array("// x\n{}".utf8), Array(" \n\t".utf8), [], [0x1F, 0x8B, 0x08, 0x00], Array("1e400".utf8),
        [UInt8](repeating: UInt8(ascii: "9"), count: 100_000), Array(#"{"name":1e400}"#.utf8),
    ]

    @Test(arguments: targets)
    func `a body that is no JSON or not ours is a 4xx, and the server goes on`(uri: String) async throws {
        try await withTestServer { server in
            for body in Self.bodies {
                let answer = try await server.send(
                    .post, uri, headers: [.contentType: "application/json"], body: body)
                #expect((400..<500).contains(answer.status), "\(String(decoding: body.prefix(60), as: UTF8.self))")
                #expect(answer.error != nil)
                #expect(answer.bytes.count < 2_000)
            }
            #expect(try await server.head == 0)
            #expect(try await server.post("/api/workstreams", #"{"name":"alive"}"#).status == 201)
        }
    }

    @Test func `JSON has up to 256 levels`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            func post(_ depth: Int) async throws -> Answer {
                let data = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
                return try await server.post("/api/updates", place.update("m", #","data":\#(data)"#))
            }
            #expect(try await post(255).status == 201)
            let deeper = try await post(256)
            #expect(deeper.status == 400)
            #expect(deeper.message.contains("256 levels"))
        }
    }

    @Test func `of our own fields the last of a name wins, also where it is written with escapes`() async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/workstreams", #"{"name":"a","name":7,"n\u0061me":"b"}"#)
            #expect(answer.status == 201)
            #expect(answer.string("name") == "b")
        }
    }

    @Test func `half a surrogate pair in a text becomes the replacement character`() async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/workstreams", #"{"name":"a\ud83eb\udd80\ud83e\ud83e\udd80"}"#)
            #expect(answer.status == 201)
            #expect(answer.string("name") == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{1F980}")
        }
    }

    @Test(arguments: targets)
    func `a body past its limit is 413`(uri: String) async throws {
        try await withTestServer { server in
            let limit = uri.hasSuffix("batch") ? Limits.batchBodyBytes : Limits.bodyBytes
            let fits = try await server.post(uri, String(repeating: " ", count: limit))
            #expect(fits.status == 400)
            let tooLarge = try await server.post(uri, String(repeating: " ", count: limit + 1))
            #expect(tooLarge.status == 413)
            #expect(tooLarge.error == "body_too_large")
            #expect(tooLarge.message.contains("\(limit)"))
        }
    }

    @Test func `a body of unknown length is cut at the limit`() async throws {
        try await withTestServer(.live) { server in
            let chunk = "10000\r\n" + String(repeating: " ", count: 65_536) + "\r\n"
            let head = """
                POST /api/workstreams HTTP/1.1\r\nHost: localhost\r\nConnection: close\r
                Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n
                """
            let answer = try await RawConnection.exchange(
                port: server.client.port, head + String(repeating: chunk, count: 17) + "0\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 413 "))
            #expect(answer.contains(#""error":"body_too_large""#))
            #expect(try await server.get("/health").status == 200)
        }
    }

    @Test func `a body is not unpacked`() async throws {
        try await withTestServer { server in
            // gzip of {"name":"x"}
            let packed: [UInt8] = [
                0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xAB, 0x56, 0xCA, 0x4B, 0xCC, 0x4D, 0x55, 0xB2, 0x52, 0xAA, 0x50,
                0xAA, 5,
                0, 0xE6, 0xD5, 0xA6, 0xB5, 0x0C, 0, 0, 0,
            ]
            let answer = try await server.send(
                .post, "/api/workstreams", headers: [.contentType: "application/json", .contentEncoding: "gzip"],
                body: packed)
            #expect(answer.status == 400)
            #expect(try await server.head == 0)
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `random changes to a good body never fail the server`(seed: UInt64) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            var random = SeededRandom(seed: seed)
            let good = Array(place.update("hé", #","tags":["a"],"data":{"k":[1,2.5e3,null,"\u00e9"]}"#).utf8)
            for _ in 0..<150 {
                var body = good
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let at = Int.random(in: 0..<body.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: body[at] = UInt8.random(in: 0...255, using: &random)
                    case 1: body.remove(at: at)
                    default: body.insert(UInt8.random(in: 0...255, using: &random), at: at)
                    }
                }
                let answer = try await server.send(
                    .post, "/api/updates", headers: [.contentType: "application/json"], body: body)
                #expect(answer.status == 201 || (400..<500).contains(answer.status))
                #expect(answer.json != nil)
            }
            #expect(try await server.get("/health").status == 200)
        }
    }
}

/// A text so many times.
private func * (text: String.UTF8View, count: Int) -> [UInt8] {
    Array(repeatElement(text, count: count).joined())
}
