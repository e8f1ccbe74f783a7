import HTTPTypes
import MonitorCore
import MonitorStorage
import MonitorTesting
import Testing

@testable import MonitorServer

@Suite struct SessionRoutesTests {
    private static let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"

    @Test func `the list shows the sessions of one's own token, and ends them`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let mine = try await server.browser("tok-full", userAgent: SessionRoutesTests.firefox)
            let other = try await server.browser("tok-full", userAgent: "<script>alert(1)</script>")
            let reader = try await server.browser("tok-read")
            let page = try await server.get("/sessions", headers: mine)
            #expect(page.text.contains("Firefox on Linux") && page.text.contains("this browser"))
            #expect(page.text.contains("&lt;script&gt;") && !page.text.contains("<script>alert"))
            let actions = page.text.split(separator: "action=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            let ends = actions.filter { $0.hasSuffix("/end") }
            #expect(ends.count == 2)
            let others = try await server.submit("/sessions/end-others", "", headers: mine)
            #expect(others.headers[.location] == "/sessions")
            #expect(try await server.get("/dashboard", headers: other).status == 303)
            #expect(try await server.get("/dashboard", headers: mine).status == 200)
            for path in ends {
                #expect(try await server.submit(String(path), "", headers: reader).status == 404)
            }
            let row = page.text.split(separator: "<li>").first { $0.contains("this browser") }
            let own = try #require(ends.first { row?.contains($0) == true })
            #expect(try await server.submit(String(own), "", headers: mine).headers[.location] == "/login")
            #expect(try await server.get("/dashboard", headers: mine).status == 303)
        }
    }

    @Test func `a session ends after two weeks of silence, and after a quarter of a year`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let idle = try await server.browser("tok-full")
            let busy = try await server.browser("tok-full")
            for _ in 0..<7 {
                #expect(try await server.get("/dashboard", headers: busy).status == 200)
                server.clock.advance(by: .seconds(13 * 86_400))
            }
            #expect(try await server.get("/dashboard", headers: idle).status == 303)
            #expect(try await server.get("/dashboard", headers: busy).status == 303)
        }
    }

    @Test func `a session lives as long as its token is known, and not as one that may only post`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let cookie = try await server.signIn("tok-full")
            let secret = String(cookie.split(separator: "=").last ?? "")
            #expect(try await server.sessions.session(secret: secret) != nil)
            for scope in [nil, Principal.Scope.ingest] {
                var tokens = TokenSet()
                tokens.add("tok-new", scope: .full)
                if let scope { tokens.add("tok-full", scope: scope) }
                let restarted = BrowserSessions(
                    store: server.store, tokens: tokens, hub: server.hub, clock: server.clock.wallClock)
                #expect(try await restarted.session(secret: secret) == nil)
            }
        }
    }

    @Test func `a stream ends with its session, at once or with the next sweep`() async throws {
        try await withTestServer(trust: .strictSample) { server in
            let cookies = [try await server.signIn("tok-full"), try await server.signIn("tok-full")]
            let ids = try await cookies.asyncMap { cookie in
                try #require(
                    try await server.sessions.session(secret: String(cookie.split(separator: "=").last ?? ""))
                ).session.id
            }
            let streams = server.sessions.streams
            let numbers = ids.map(streams.add)
            try await server.sessions.end([ids[0]])
            #expect(numbers.map(streams.contains) == [false, true])
            try await server.store.endBrowserSessions([ids[1]])
            try await server.sessions.sweep()
            #expect(numbers.map(streams.contains) == [false, false])
        }
    }
}

extension TestServer {
    /// The headers of a signed-in browser's requests from our pages.
    fileprivate func browser(_ token: String, userAgent: String = "test") async throws -> HTTPFields {
        [.cookie: try await signIn(token, userAgent: userAgent), .secFetchSite: "same-origin"]
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
