import MonitorLive
import MonitorCore
import HTTPTypes
import Testing

@testable import MonitorServer

/// Row 35: every route × mode × state of the token, in one table.
@Suite struct AuthMatrixTests {
    private static let tokens = ["full": "tok-full-5f1c", "read": "tok-read-77aa", "ingest": "tok-ingest-90be"]

    /// What the request carries, and whether the server has tokens at all.
    enum TokenState: String, CaseIterable, Sendable {
        case noneConfigured, noneConfiguredButSent, missing, wrong, full, lowerCaseScheme, read, ingest, empty
        case wrongScheme, bare, twice
        case session, readSession, wrongSession, wrongTokenWithSession, tokenWithReadSession

        var authorization: String? {
            switch self {
            case .noneConfigured, .missing, .session, .readSession, .wrongSession: nil
            case .wrongTokenWithSession: "Bearer tok-wrong-0000"
            case .tokenWithReadSession: "Bearer tok-full-5f1c"
            case .noneConfiguredButSent, .wrong: "Bearer tok-wrong-0000"
            case .full: "Bearer tok-full-5f1c"
            case .lowerCaseScheme: "bearer tok-full-5f1c"
            case .read: "Bearer tok-read-77aa"
            case .ingest: "Bearer tok-ingest-90be"
            case .empty: "Bearer "
            case .wrongScheme: "Basic tok-full-5f1c"
            case .bare: "tok-full-5f1c"
            case .twice: "Bearer tok-full-5f1c, Bearer tok-full-5f1c"
            }
        }

        /// The token that the browser signed in with.
        var signedInWith: String? {
            switch self {
            case .session, .wrongTokenWithSession: "tok-full-5f1c"
            case .readSession, .tokenWithReadSession: "tok-read-77aa"
            default: nil
            }
        }

        var isConfigured: Bool { self != .noneConfigured && self != .noneConfiguredButSent }

        /// The status that refuses the request; `nil` where it gets to its route.
        func refusal(_ mode: TrustPolicy.Mode, _ access: Route.Access) -> Int? {
            switch (self, mode, access) {
            case (_, _, .open): nil
            case (.noneConfigured, .relaxed, _), (.noneConfiguredButSent, .relaxed, _): nil
            case (.missing, .relaxed, .read), (.wrongSession, .relaxed, .read): nil
            case (.full, _, _), (.lowerCaseScheme, _, _), (.session, _, _), (.tokenWithReadSession, _, _): nil
            case (.read, _, .read), (.readSession, _, .read): nil
            case (.read, _, _), (.readSession, _, _): 403
            case (.ingest, _, .ingest): nil
            case (.ingest, _, _): 403
            default: 401
            }
        }
    }

    @Test(arguments: TrustPolicy.Mode.allCases, TokenState.allCases)
    func `every route answers as the table says, and nothing repeats the token`(
        mode: TrustPolicy.Mode, state: TokenState
    ) async throws {
        try await withTestServer(trust: AuthMatrixTests.policy(mode, state)) { server in
            // A closed hub lets the stream's route answer at once.
            server.hub.close()
            var headers: HTTPFields = [.contentType: "application/json", .secFetchSite: "same-origin"]
            headers[.authorization] = state.authorization
            if let token = state.signedInWith { headers[.cookie] = try await server.signIn(token) }
            if state == .wrongSession { headers[.cookie] = "monitor-session=\(String(repeating: "0", count: 64))" }
            for route in Route.all {
                let body = route.isWrite ? Array("{}".utf8) : nil
                let answer = try await server.send(route.method, route.path, headers: headers, body: body)
                let isRefused = answer.status == 401 || answer.status == 403
                #expect((isRefused ? answer.status : nil) == state.refusal(mode, route.access), "\(route)")
                #expect((answer.headers[.wwwAuthenticate] == "Bearer") == (answer.status == 401), "\(route)")
                #expect(answer.status < 500, "\(route)")
                let said = answer.text + answer.headers.map(\.description).joined()
                #expect(!said.contains("tok-"), "\(route)")
            }
            #expect(!server.log.text.contains("tok-"))
        }
    }

    @Test(arguments: ["token=tok-full-5f1c", "access_token=tok-full-5f1c", "api_key=tok-full-5f1c"])
    func `a token in the URL is none`(query: String) async throws {
        try await withTestServer(trust: AuthMatrixTests.policy(.strict, .full)) { server in
            for route in Route.all where !route.isOpen {
                let answer = try await server.send(
                    route.method, "\(route.path)?\(query)", headers: [.contentType: "application/json"],
                    body: route.isWrite ? Array("{}".utf8) : nil)
                #expect(answer.status == 401, "\(route)")
            }
            let answer = try await server.get(
                "/api/updates?\(query)", headers: [.authorization: "Bearer tok-full-5f1c"])
            #expect(answer.status == 400)
            #expect(answer.error == "unknown_parameter")
            #expect(!server.log.text.contains("tok-"))
        }
    }

    @Test func `strict mode without tokens says what to set`() async throws {
        try await withTestServer(trust: TrustPolicy(mode: .strict)) { server in
            let answer = try await server.get("/api/tasks")
            #expect(answer.status == 401)
            #expect(answer.message.contains("MONITOR_API_TOKENS"))
        }
    }

    @Test func `a named token is the author of what it posts`() async throws {
        var policy = TrustPolicy()
        policy.tokens.add("tok-named", name: "ci-bot", scope: .full)
        try await withTestServer(trust: policy) { server in
            let token: HTTPFields = [.authorization: "Bearer tok-named"]
            let workstream = try await server.post("/api/workstreams", #"{"name":"w"}"#, headers: token).require("id")
            let task = try await server.post(
                "/api/tasks", #"{"workstream_id":"\#(workstream)","name":"t"}"#, headers: token
            ).require("id")
            let update = #"{"task_id":"\#(task)","source":"s","message":"m","author":"somebody else"}"#
            let answer = try await server.post("/api/updates", update, headers: token)
            #expect(answer.string("author") == "ci-bot")
            let batch = try await server.post("/api/updates/batch", "[\(update)]", headers: token)
            #expect(batch.json?["results"]?.array?.first?["update", "author"]?.string == "ci-bot")
        }
    }

    private static func policy(_ mode: TrustPolicy.Mode, _ state: TokenState) -> TrustPolicy {
        var policy = TrustPolicy(mode: mode)
        guard state.isConfigured else { return policy }
        for (scope, token) in tokens {
            if let scope = Principal.Scope(rawValue: scope) { policy.tokens.add(token, scope: scope) }
        }
        return policy
    }
}
