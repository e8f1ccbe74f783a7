/// Carries one request to a server.
///
/// Safe to use from many tasks at once: no call blocks the thread it is made from. Cancelling the task ends the
/// connection. What goes wrong on the way is a `ClientError`; an answer of any status is an answer.
package protocol HTTPTransport: Sendable {
    /// Sends the request and returns as soon as the answer's head has come.
    func open(_ request: HTTPRequest, at server: ServerAddress) async throws -> HTTPResponseStream
}

/// How long the client waits.
package struct Timeouts: Sendable {
    package var connect: Duration
    /// Without any byte; the server sends a heartbeat on a quiet stream every 15 s, so three are missed by then.
    package var silence: Duration

    package init(connect: Duration = .seconds(5), silence: Duration = .seconds(45)) {
        self.connect = connect
        self.silence = silence
    }
}
