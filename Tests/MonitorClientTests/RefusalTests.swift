import MonitorClient
import Testing

@Suite struct RefusalTests {
    @Test func `a refusal is in the server's words`() {
        let body = Array(#"{"error":"unavailable","message":"the queue is full"}"#.utf8)
        let refusal = Refusal(HTTPResponse(status: 503, headers: ["retry-after": "2"], body: body))
        #expect(refusal == Refusal(status: 503, code: "unavailable", message: "the queue is full", retryAfter: 2))
    }

    @Test(arguments: ["", "<html>", "[]", "{\"error\":1}"])
    func `an error without a word of the server's still says something`(body: String) {
        let refusal = Refusal(HTTPResponse(status: 502, body: Array(body.utf8)))
        #expect(refusal.code == nil && refusal.message.contains("status 502"))
    }

    @Test(arguments: [(408, true), (429, true), (500, true), (503, true), (400, false), (401, false), (409, false)])
    func `only what may pass is worth another try`(status: Int, isTemporary: Bool) {
        #expect(Refusal(status: status, code: nil, message: "").isTemporary == isTemporary)
    }
}
