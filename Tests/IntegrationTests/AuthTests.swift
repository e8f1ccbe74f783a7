import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// Relaxed and strict mode, with and without tokens, as the original's page has them.
@Suite struct AuthTests {
    private static let reading = [
        "/api/workstreams", "/api/tasks", "/api/updates", "/api/updates/1", "/api/stream",
    ]

    @Test func `relaxed without tokens is open`() async throws {
        try await withServer { server in
            let answer = try await server.client().send(.post, "/api/workstreams", body: Array(#"{"name":"a"}"#.utf8))
            #expect(answer.status == 201)
            #expect(try await server.client().send(.get, "/api/workstreams").status == 200)
        }
    }

    @Test func `relaxed with tokens reads openly and writes with one`() async throws {
        try await withServer(environment: ["MONITOR_API_TOKENS": "one, two"]) { server in
            let body = Array(#"{"name":"a"}"#.utf8)
            #expect(try await server.client().send(.get, "/api/workstreams").status == 200)
            #expect(try await server.client().send(.post, "/api/workstreams", body: body).status == 401)
            #expect(try await server.client(token: "three").send(.post, "/api/workstreams", body: body).status == 401)
            for token in ["one", "two"] {
                let answer = try await server.client(token: token).send(.post, "/api/workstreams", body: body)
                #expect(answer.status == 201)
            }
            #expect(try await server.client().workstreams()["total"]?.int == 2)
        }
    }

    @Test func `strict wants a token for everything but health`() async throws {
        let environment = ["MONITOR_AUTH_MODE": "strict", "MONITOR_API_TOKENS": "dev-secret-token"]
        try await withServer(environment: environment) { server in
            for path in AuthTests.reading {
                let answer = try await server.client().send(.get, path)
                #expect(answer.status == 401, "\(path)")
                #expect(answer.headers["WWW-Authenticate"] == "Bearer")
            }
            #expect(try await server.client().send(.get, "/health").text == #"{"status":"ok"}"#)
            #expect(try await server.client().send(.get, "/ready").status == 200)
            let client = server.client(token: "dev-secret-token")
            #expect(try await client.workstreams()["total"]?.int == 0)
            #expect(try await client.createWorkstream(WorkstreamDraft(name: "a"))["name"]?.string == "a")
            #expect(!server.log.contains("dev-secret-token"))
        }
    }

    @Test func `strict without tokens serves nothing`() async throws {
        try await withServer(environment: ["MONITOR_AUTH_MODE": "strict"]) { server in
            for token in [nil, "", "anything"] {
                let client = server.client(token: token)
                for path in AuthTests.reading {
                    #expect(try await client.send(.get, path).status == 401, "\(path) with \(token ?? "no token")")
                }
                let answer = try await client.send(.post, "/api/workstreams", body: Array(#"{"name":"a"}"#.utf8))
                #expect(answer.status == 401)
            }
            #expect(try await server.client().send(.get, "/health").status == 200)
        }
    }
}
