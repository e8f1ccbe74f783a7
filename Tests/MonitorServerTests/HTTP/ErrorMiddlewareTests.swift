import MonitorStorage
import HTTPTypes
import Hummingbird
import MonitorCore
import NIOCore
import Testing

@testable import MonitorServer

@Suite struct ErrorMiddlewareTests {
    private struct Unexpected: Error {}

    @Test func `each error becomes an answer, and only the client's own mistakes are told`() {
        let cases: [(any Error, APIError.Code)] = [
            (APIError(.conflict, "x"), .conflict), (NIOTooManyBytesError(maxBytes: 1), .bodyTooLarge),
            (CancellationError(), .unavailable), (HTTPError(.notFound), .notFound),
            (HTTPError(.badRequest, message: "secret"), .badRequest), (HTTPError(.internalServerError), .internalError),
            (Unexpected(), .internalError),
        ]
        for (error, code) in cases {
            let answer = ErrorMiddleware.apiError(error, path: "/x")
            #expect(answer.code == code, "\(error)")
            #expect(!answer.message.contains("secret"))
        }
    }

    @Test(arguments: APIError.Code.allCases)
    func `an error is JSON with its code, its message and what its status demands`(code: APIError.Code) throws {
        let error = APIError(code, "what is \"wrong\"\n")
        let response = Response(error)
        #expect(response.status.code == error.status)
        #expect(response.headers[.contentType] == "application/json")
        #expect(response.headers[.cacheControl] == "no-store")
        #expect((response.headers[.retryAfter] != nil) == [503, 507].contains(error.status))
        #expect((response.headers[.wwwAuthenticate] != nil) == (error.status == 401))
        let json = try JSONDocument(parsing: error.json).value
        #expect(json["error"]?.string == code.rawValue)
        #expect(json["message"]?.string == error.message)
    }

    @Test func `a store that is closed answers 503 with Retry-After, and readiness says so`() async throws {
        try await withTestServer { server in
            server.store.close()
            for answer in [
                try await server.get("/ready"), try await server.post("/api/workstreams", #"{"name":"x"}"#),
            ] {
                #expect(answer.status == 503)
                #expect(answer.error == "unavailable")
                #expect(answer.headers[.retryAfter] == "1")
            }
            let health = try await server.get("/health")
            #expect(health.text == #"{"status":"ok"}"#)
        }
    }

    @Test func `readiness asks the store`() async throws {
        try await withTestServer { server in
            let answer = try await server.get("/ready")
            #expect(answer.status == 200)
            #expect(answer.text == #"{"status":"ready"}"#)
        }
    }

    @Test func `a path that is not there is 404 with a bounded message`() async throws {
        try await withTestServer { server in
            let answer = try await server.get("/api/" + String(repeating: "x", count: 10_000))
            #expect(answer.status == 404)
            #expect(answer.error == "not_found")
            #expect(answer.bytes.count < 500)
        }
    }
}
