import HTTPTypes
import MonitorCore
import MonitorStorage
import MonitorTesting
import Testing

@testable import MonitorServer

@Suite struct LoginRoutesTests {
    @Test func `a token opens a session whose cookie is not the token`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let answer = try await server.submit("/login", "token=+tok-full%0A&return_to=%2Ftasks%2F1%3Fx")
            #expect(answer.status == 303 && answer.headers[.location] == "/tasks/1?x")
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.contains("; HttpOnly; SameSite=Strict") && cookie.contains("; Path=/;"))
            #expect(!cookie.contains("Secure") && !cookie.contains("tok-"))
            let pair = String(cookie.prefix { $0 != ";" })
            #expect(pair.split(separator: "=").last?.count == 64)
            #expect(try await server.get("/dashboard", headers: [.cookie: pair]).status == 200)
            #expect(try await server.get("/api/tasks", headers: [.cookie: "a=b; \(pair)"]).status == 200)
            let again = try await server.get("/login?return_to=/stream", headers: [.cookie: pair])
            #expect(again.headers[.location] == "/stream")
            #expect(!server.log.text.contains("tok-full") && !server.log.text.contains(pair))
        }
    }

    @Test func `a cookie is kept to HTTPS where the browser says that it uses it`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let origin: HTTPFields = [.origin: "https://localhost"]
            let answer = try await server.submit("/login", "token=tok-full", headers: origin)
            #expect(answer.headers[.setCookie]?.hasSuffix("; Secure") == true)
        }
    }

    @Test(arguments: [
        ("token=tok-wrong", 401, "not known"), ("token=", 422, "Enter a token"), ("", 422, "Enter a token"),
        ("token=tok-ingest", 403, "only post updates"),
    ])
    func `a token that does not sign in is told so on the page, which keeps the way back`(
        form: String, status: Int, words: String
    ) async throws {
        try await withTestServer(trust: .strictSample) { server in
            let answer = try await server.submit("/login", "\(form)&return_to=/stream", accept: "text/html")
            #expect(answer.status == status)
            #expect(answer.text.contains(words) && answer.text.contains("name=\"return_to\" value=\"/stream\""))
            #expect(answer.headers[.setCookie] == nil)
            #expect(!answer.text.contains("tok-") && !server.log.text.contains("tok-"))
        }
    }

    @Test func `who guesses is stopped for a minute`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            for _ in 0..<LoginAttempts.most { _ = try await server.submit("/login", "token=tok-wrong") }
            let answer = try await server.submit("/login", "token=tok-full")
            #expect(answer.status == 429 && answer.headers[.retryAfter] == "61")
            server.clock.advance(by: .seconds(60))
            #expect(try await server.submit("/login", "token=tok-full").status == 303)
        }
    }

    @Test(arguments: ["//example.org", "/\\example.org", "https://example.org", "/a%0D%0Ab"])
    func `no way back leads to another host`(path: String) async throws {
        try await withTestServer(trust: .strictSample) { server in
            let answer = try await server.get("/login?return_to=\(path)")
            #expect(answer.status == 200 && !answer.text.contains("return_to"))
            let login = try await server.submit("/login", "token=tok-full&return_to=\(path)")
            #expect(login.status == 422)
        }
    }

    @Test func `pages lead to the login page, and everything else answers with 401`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let page = try await server.get("/stream?view=lanes")
            #expect(page.status == 303)
            #expect(page.headers[.location] == "/login?return_to=%2fstream%3fview%3dlanes")
            for path in ["/fragments/needs", "/api/stream", "/api/tasks", "/metrics"] {
                #expect(try await server.get(path).status == 401, "\(path)")
            }
            for path in ["/login", "/assets/monitor.css", "/assets/login.js"] {
                #expect(try await server.get(path).status == 200, "\(path)")
            }
        }
    }

    @Test func `in relaxed mode pages are open, and forms lead to the login page and back`() async throws {
        var policy = TrustPolicy.strictSample
        policy.mode = .relaxed
        try await withTestServer(trust: policy) { server in
            #expect(try await server.get("/dashboard").text.contains("href=\"/login\""))
            let answer = try await server.submit("/workstreams", "name=x", accept: "text/html")
            #expect(answer.status == 303 && answer.headers[.location]?.hasPrefix("/login") == true)
            let fetched = try await server.submit("/workstreams", "name=x", headers: [.secFetchMode: "cors"])
            #expect(fetched.status == 401)
            let cookie = try await server.signIn("tok-full")
            let form: HTTPFields = [.cookie: cookie, .secFetchSite: "same-origin"]
            #expect(try await server.submit("/workstreams", "name=x", headers: form).status == 303)
            #expect(try await server.get("/api/workstreams").total == 1)
        }
    }

    @Test func `a cookie's write that does not come from a page of ours is refused`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let cookie = try await server.signIn("tok-full")
            for fields in [[:], [.origin: "http://localhost:1"], [.secFetchSite: "cross-site"]] as [HTTPFields] {
                var headers = fields
                headers[.cookie] = cookie
                #expect(try await server.submit("/workstreams", "name=x", headers: headers).status == 403)
            }
            #expect(try await server.head == 0)
        }
    }

    @Test func `a session that may read sees pages, and is told so where it writes`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let cookie = try await server.signIn("tok-read")
            let headers: HTTPFields = [.cookie: cookie, .secFetchSite: "same-origin"]
            #expect(try await server.get("/dashboard", headers: headers).status == 200)
            let answer = try await server.submit("/workstreams", "name=x", accept: "text/html", headers: headers)
            #expect(answer.status == 403 && answer.text.contains("may only read"))
            #expect(try await server.submit("/logout", "", headers: headers).headers[.location] == "/login")
            #expect(try await server.get("/dashboard", headers: headers).status == 303)
        }
    }

    @Test func `without tokens the page says that nobody can sign in`() async throws {
        try await withTestServer { server in
            #expect(try await server.get("/login").text.contains("MONITOR_API_TOKENS"))
            #expect(try await server.get("/sessions").headers[.location] == "/login?return_to=%2fsessions")
            let page = try await server.get("/dashboard")
            #expect(page.status == 200 && !page.text.contains("/login"))
        }
    }
}

extension TrustPolicy {
    /// Strict, with a token of each scope.
    static var strictSample: TrustPolicy {
        var policy = TrustPolicy(mode: .strict)
        for scope in Principal.Scope.allCases { policy.tokens.add("tok-\(scope.rawValue)", name: "ada", scope: scope) }
        return policy
    }
}

extension TestServer {
    /// Signs in as a browser does and returns its cookie.
    func signIn(_ token: String, userAgent: String = "test") async throws -> String {
        let answer = try await submit("/login", "token=\(token)", headers: [.userAgent: userAgent])
        let cookie = try #require(answer.headers[.setCookie], "\(answer.text)")
        return String(cookie.prefix { $0 != ";" })
    }
}
