package import MonitorClient
import MonitorCore

extension MonitorClient {
    /// Makes sure that a Monitor server is there and takes the token; throws a `Failure` that says what is wrong.
    package func checkLogin() async throws {
        let health = try await send(.get, "/health")
        let report = try? JSONDocument(parsing: health.body).value
        guard health.isSuccess, report?["status"]?.string == "ok" else {
            throw Failure(.unreachable, "what answers at \(server) is no Monitor server (GET /health says otherwise)")
        }
        let refusal = try await refusalOfWrite()
        switch (refusal?.status, refusal?.code) {
        case (401, _): throw Failure(.refused, tokenAdvice)
        // The token is good but may only read, or only post updates.
        case (403, APIError.Code.forbidden.rawValue): return
        case (403, _), (503, _): throw Failure(ClientError.refused(refusal ?? Refusal(health)))
        default: return
        }
    }

    /// Patches a workstream that cannot be there: only the answer to "may I?" differs, and nothing is stored.
    private func refusalOfWrite() async throws -> Refusal? {
        let nobody = WorkstreamID(high: 0, low: 0)
        let answer = try await send(.patch, "/api/workstreams/\(nobody)", body: WorkstreamPatch().json)
        return answer.isSuccess ? nil : Refusal(answer)
    }

    private var tokenAdvice: String {
        token == nil
            ? "the server at \(server) wants a token; its operator has set one with MONITOR_API_TOKENS"
            : "the server at \(server) does not know this token"
    }
}
