import HummingbirdTesting
import NIOCore
import Testing

@testable import MonitorServer

/// Row 40: sockets are not held by clients that do not go on.
@Suite struct ConnectionGuardTests {
    private static let limits = ConnectionDeadlines.Limits(
        request: .seconds(3), keepAlive: .seconds(3), write: .seconds(30))

    /// Each is closed by the server; `exchange` fails where it is not.
    @Test(arguments: [
        ("", ""),
        ("GET /health HT", ""),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ", ""),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n", "200"),
        (
            "POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
            ""
        ),
        ("POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{", "415"),
        (
            "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + "POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
            "200"
        ),
    ])
    func `a connection that does not go on is closed`(bytes: String, status: String) async throws {
        try await withTestServer(.live, limits: Self.limits) { server in
            let answer = try await RawConnection.exchange(port: server.client.port, bytes)
            #expect(RawAnswer(text: answer).status == status)
        }
    }

    @Test func `a request that begins later has its own time, not that of the one before`() async throws {
        var limits = Self.limits
        limits.keepAlive = .hours(1)
        try await withTestServer(.live, limits: limits) { server in
            let answer = try await RawConnection.exchange(
                port: server.client.port,
                "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
            )
            #expect(RawAnswer(text: answer).status == "200")
        }
    }
}
