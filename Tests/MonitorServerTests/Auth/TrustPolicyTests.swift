import HTTPTypes
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct TrustPolicyTests {
    private let policy = TrustPolicy(allowedHosts: ["monitor.example", "192.168.1.5", "[fd00::1]"])

    // MARK: Host

    @Test(arguments: [
        "localhost", "localhost:3000", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:3000", "127.9.9.9:1", "[::1]",
        "[::1]:3000", "monitor.example", "Monitor.Example:8443", "192.168.1.5:80", "[FD00::1]:3000",
    ])
    func `a known host passes on any port`(host: String) {
        for route in Route.all { #expect(code(of: route.head(host: host)) == nil, "\(route)") }
    }

    @Test(arguments: [
        "evil.example", "evil.example:3000", "localhost.evil.example", "evil.example:localhost", "localhost.",
        "127.0.0.1.evil.example", "192.168.1.6", "0.0.0.0:3000", "[::2]:3000", "[::1", "::1", "", ":3000",
        "localhost:", "localhost:x", "localhost:99999", "localhost@evil.example", "evil.example@localhost",
        "localhost, evil.example", "localhost evil.example", "http://localhost", "localhost/", "sub.monitor.example",
        "monitor.example.", "[fd00::2]", "l\u{F6}calhost",
    ])
    func `any other host is refused on every route but health and readiness`(host: String) {
        for route in Route.all {
            #expect(code(of: route.head(host: host)) == (route.isOpen ? nil : .hostNotAllowed), "\(route)")
        }
    }

    @Test func `no host at all is refused`() {
        for route in Route.all {
            #expect(code(of: route.head(host: nil)) == (route.isOpen ? nil : .hostNotAllowed), "\(route)")
        }
    }

    @Test func `a second host is refused, whatever the first one says`() {
        for route in Route.all {
            var head = route.head()
            head.headerFields[.secondHost] = "evil.example"
            #expect(code(of: head) == (route.isOpen ? nil : .hostNotAllowed), "\(route)")
        }
    }

    // MARK: Origin

    @Test(arguments: [
        ("localhost:3000", "http://localhost:3000"), ("localhost:3000", "HTTP://LOCALHOST:3000"),
        ("localhost", "http://localhost"), ("localhost", "https://localhost"), ("localhost:80", "http://localhost"),
        ("localhost:443", "https://localhost"), ("[::1]:3000", "http://[::1]:3000"),
        ("monitor.example", "https://monitor.example"),
    ])
    func `a page of ours can write`(host: String, origin: String) {
        for route in Route.all where route.isWrite {
            #expect(code(of: route.head(host: host, [.origin: origin])) == nil, "\(route)")
        }
    }

    @Test(arguments: [
        "null", "", "http://evil.example", "https://localhost.evil.example:3000", "http://localhost:3001",
        "http://localhost", "https://localhost", "http://127.0.0.1:3000", "http://[::1]:3000",
        "http://localhost:3000/", "http://localhost:3000, http://evil.example", "http://user@localhost:3000",
        "file://", "chrome-extension://abcdef", "localhost:3000",
    ])
    func `a page of another origin cannot write`(origin: String) {
        for route in Route.all {
            let expected: APIError.Code? = route.isWrite ? .originNotAllowed : nil
            #expect(code(of: route.head(host: "localhost:3000", [.origin: origin])) == expected, "\(route)")
        }
    }

    @Test(arguments: ["cross-site": APIError.Code.originNotAllowed, "same-origin": nil, "none": nil])
    func `what the browser says of the site counts too`(site: String, expected: APIError.Code?) {
        for route in Route.all {
            #expect(code(of: route.head([.secFetchSite: site])) == (route.isWrite ? expected : nil), "\(route)")
        }
    }

    @Test func `a preflight of another origin is refused`() {
        for route in Route.all where !route.isOpen {
            let head = route.head(method: .options, host: "localhost:3000", [.origin: "http://evil.example"])
            #expect(code(of: head) == .originNotAllowed, "\(route)")
        }
    }

    // MARK: Content type

    @Test(arguments: [
        "application/json", "application/json; charset=utf-8", "Application/JSON", "application/json ;charset=utf-8",
    ])
    func `JSON can be written`(type: String) {
        for route in Route.all where route.isWrite {
            #expect(code(of: route.head([.contentType: type])) == nil, "\(route)")
        }
    }

    @Test(arguments: [
        nil, "", "text/plain", "text/plain; application/json", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json", "application/jsonp", "text/json",
        "application/json, text/plain",
        "application/ld+json",
    ])
    func `nothing else can, as forms of other sites could send it`(type: String?) {
        for route in Route.all where route.isWrite && route.method != .delete {
            var head = route.head()
            head.headerFields[.contentType] = type
            #expect(code(of: head) == .unsupportedMediaType, "\(route)")
        }
    }

    @Test(arguments: ["//api/tasks", "///api//tasks", "/api/tasks/", "/api"])
    func `a path that the router reads as ours is one of ours`(path: String) {
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: path,
            headerFields: [.contentType: "text/plain"])
        #expect(code(of: head) == .unsupportedMediaType)
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `random heads never trap and never pass without a known host`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let parts = [
            "localhost", "evil", ":", "[::1]", "3000", "http://", "null", "@", ",", " ", "\u{301}", "é", "", "%",
        ]
        func text() -> String {
            (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in random.pick(parts) }.joined()
        }
        for _ in 0..<1_000 {
            let (host, origin) = (text(), text())
            let head = Route.all[2].head(host: host, [.origin: origin])
            if code(of: head) == nil {
                #expect(HostName(authority: host)?.isLoopback == true)
                #expect(HostName(origin: origin)?.name == HostName(authority: host)?.name)
            }
        }
    }

    private func code(of head: HTTPRequest) -> APIError.Code? {
        do {
            _ = try policy.check(head, path: head.path ?? "")
            return nil
        } catch {
            return (error as? APIError)?.code
        }
    }
}
