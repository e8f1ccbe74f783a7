import MonitorTesting
import Testing

/// Signing in with a browser, on the real binary.
@Suite struct BrowserLoginTests {
    private static let strict = ["MONITOR_AUTH_MODE": "strict", "MONITOR_API_TOKENS": "dev-secret-token"]

    @Test func `a session opens pages and streams until it is signed out, also across a restart`() async throws {
        let folder = try TemporaryFolder()
        let first = try await ServerProcess(in: folder, environment: BrowserLoginTests.strict)
        let port = first.port
        let cookie = try await BlockingThread.run { try BrowserLoginTests.signIn(port: port) }
        try await first.stop()
        let second = try await ServerProcess(in: folder, environment: BrowserLoginTests.strict, port: port)
        try await BlockingThread.run { try BrowserLoginTests.useAndSignOut(port: port, cookie: cookie) }
        #expect(!(first.log + second.log).contains("dev-secret-token"))
        try await second.stop()
    }

    private static func signIn(port: UInt16) throws -> String {
        var http = try HTTPWire(to: port)
        let page = try http.get("/stream")
        #expect(page.status == 303 && page.headers["location"] == "/login?return_to=%2fstream")
        let login = try http.submit("/login", "token=dev-secret-token&return_to=%2Fstream")
        #expect(login.status == 303 && login.headers["location"] == "/stream")
        let cookie = try #require(login.headers["set-cookie"])
        return String(cookie.prefix { $0 != ";" })
    }

    private static func useAndSignOut(port: UInt16, cookie: String) throws {
        var http = try HTTPWire(to: port)
        let origin = ["Cookie": cookie, "Origin": "http://127.0.0.1:\(port)"]
        #expect(try http.get("/stream", headers: ["Cookie": cookie]).status == 200)
        var stream = try StreamWire(to: port, headers: ["Cookie": cookie])
        #expect(try http.submit("/workstreams", "name=x", headers: origin).status == 303)
        _ = try stream.events(1)
        #expect(try http.submit("/logout", "", headers: origin).headers["location"] == "/login")
        #expect(try stream.rest().isEmpty)
        #expect(try http.get("/api/tasks", headers: ["Cookie": cookie]).status == 401)
        #expect(try http.get("/stream", headers: ["Cookie": cookie]).status == 303)
    }
}

extension HTTPWire {
    /// Posts a form.
    fileprivate mutating func submit(_ path: String, _ form: String, headers: [String: String] = [:]) throws -> Answer {
        try sendHead(
            "POST", path, headers: headers, bodyLength: form.utf8.count, then: Array(form.utf8),
            contentType: "application/x-www-form-urlencoded")
        return try readAnswer()
    }
}
