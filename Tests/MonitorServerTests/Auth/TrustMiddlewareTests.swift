import MonitorLive
import HummingbirdTesting
import HTTPTypes
import Testing

@testable import MonitorServer

/// Rows 33 and 34 over a socket: what a browser or an attacker sends, byte for byte.
@Suite struct TrustMiddlewareTests {
    /// `nil` sends no `Host` at all; more than one sends each.
    @Test(arguments: [
        ["evil.example"], ["evil.example:3000"], ["10.0.0.1"], [""], ["localhost:x"], ["localhost@evil.example"],
        ["localhost."], ["[::2]"], ["[::1"], ["localhost", "evil.example"], ["evil.example", "localhost"],
        ["localhost", "localhost"], ["localhost, evil.example"], ["\u{E9}vil"], ["\u{1}"], [" "],
        [String(repeating: "a", count: 5_000)], [],
    ])
    func `a request under another name changes nothing, and the server goes on`(hosts: [String]) async throws {
        try await withTestServer(.live) { server in
            for route in Route.all {
                let answer = try await server.raw(route, hosts: hosts, body: #"{"name":"intruder"}"#)
                let expected: Set<String> = route.isOpen ? ["200", "400"] : ["403", "400"]
                #expect(expected.contains(answer.status), "\(route): \(answer.text.prefix(200))")
                #expect(!answer.text.lowercased().contains("access-control"))
            }
            #expect(try await server.head == 0)
            #expect(try await server.get("/api/workstreams").status == 200)
        }
    }

    @Test(arguments: [
        ("Origin: null", "403"), ("Origin: http://evil.example", "403"), ("Origin: http://localhost:1", "403"),
        ("Sec-Fetch-Site: cross-site", "403"), ("Content-Type: text/plain", "415"),
        ("Content-Type: application/x-www-form-urlencoded", "415"),
        ("Content-Type: multipart/form-data; boundary=x", "415"),
    ])
    func `a write from another site changes nothing and is told no origin`(field: String, status: String) async throws {
        try await withTestServer(.live) { server in
            for route in Route.all where route.isWrite && (route.method != .delete || status == "403") {
                let answer = try await server.raw(route, fields: [field], body: #"{"name":"intruder"}"#)
                #expect(answer.status == status, "\(route)")
                #expect(!answer.text.lowercased().contains("access-control"))
            }
            #expect(try await server.head == 0)
        }
    }

    @Test func `a preflight is refused without a CORS header`() async throws {
        try await withTestServer(.live) { server in
            for route in Route.all {
                let answer = try await server.raw(
                    Route(method: .options, path: route.path, access: route.access),
                    fields: [
                        "Origin: http://evil.example", "Access-Control-Request-Method: \(route.method.rawValue)",
                        "Access-Control-Request-Headers: content-type",
                    ])
                #expect(answer.status == (route.isOpen ? "404" : "403"), "\(route)")
                #expect(!answer.text.lowercased().contains("access-control"))
            }
        }
    }

    @Test func `no answer has a CORS header`() async throws {
        try await withTestServer { server in
            server.hub.close()
            for route in Route.all {
                let answer = try await server.send(
                    route.method, route.path, headers: [.contentType: "application/json", .origin: "http://localhost"],
                    body: route.isWrite ? Array("{}".utf8) : nil)
                #expect(!answer.headers.contains { $0.name.canonicalName.hasPrefix("access-control") }, "\(route)")
            }
        }
    }

    @Test func `a doubled slash does not get around the content type`() async throws {
        try await withTestServer { server in
            let answer = try await server.send(
                .post, "//api/workstreams", headers: [.contentType: "text/plain"], body: Array(#"{"name":"x"}"#.utf8))
            #expect(answer.status == 415)
            #expect(try await server.head == 0)
        }
    }
}

struct RawAnswer: Sendable {
    let text: String

    /// The code of the status line.
    var status: String { String(text.split(separator: " ", maxSplits: 2).dropFirst().first ?? "") }
}

extension TestServer {
    /// Sends a request as it stands, on a connection of its own.
    func raw(
        _ route: Route, hosts: [String] = ["localhost"], fields: [String] = [], body: String = ""
    ) async throws -> RawAnswer {
        // The stream's answer has no end of its own.
        hub.close()
        var lines = ["\(route.method.rawValue) \(route.path) HTTP/1.1"]
        lines += hosts.map { "Host: \($0)" } + ["Connection: close"] + fields
        if !body.isEmpty {
            lines.append("Content-Length: \(body.utf8.count)")
            if !fields.contains(where: { $0.hasPrefix("Content-Type") }) {
                lines.append("Content-Type: application/json")
            }
        }
        let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        return RawAnswer(text: try await RawConnection.exchange(port: client.port, text))
    }
}
