package import MonitorCore

/// A server's API, typed; safe to use from many tasks at once.
package struct MonitorClient: Sendable {
    /// Above the largest answer that a server gives (200 updates of the largest size), so that one cannot fill memory.
    package static let bodyLimit = 512 * 1024 * 1024

    package let server: ServerAddress
    package let token: String?
    private let transport: any HTTPTransport

    package init(server: ServerAddress, token: String? = nil, timeouts: Timeouts = Timeouts()) {
        let transport: any HTTPTransport =
            switch server.scheme {
            case .http: SocketTransport(timeouts: timeouts)
            case .https: TLSTransport()
            }
        self.init(server: server, token: token, transport: transport)
    }

    package init(server: ServerAddress, token: String? = nil, transport: some HTTPTransport) {
        self.server = server
        self.token = token
        self.transport = transport
    }

    /// Sends a request and returns with the answer's head, whatever its status.
    ///
    /// A body is sent as JSON unless the headers say otherwise, and the token goes along unless they hold one.
    package func open(
        _ method: HTTPMethod, _ path: String, query: Query = [:], body: [UInt8]? = nil, headers: HTTPHeaders = [:]
    ) async throws -> HTTPResponseStream {
        var request = HTTPRequest(method, path + query.encoded, headers: headers, body: body ?? [])
        if let token, headers["Authorization"] == nil { request.headers.append("Authorization", "Bearer \(token)") }
        if body != nil, headers["Content-Type"] == nil { request.headers.append("Content-Type", "application/json") }
        if headers["Accept"] == nil { request.headers.append("Accept", "application/json") }
        return try await transport.open(request, at: server)
    }

    /// Sends a request and returns the whole answer, whatever its status.
    package func send(
        _ method: HTTPMethod, _ path: String, query: Query = [:], body: [UInt8]? = nil, headers: HTTPHeaders = [:]
    ) async throws -> HTTPResponse {
        try await open(method, path, query: query, body: body, headers: headers).collect(upTo: MonitorClient.bodyLimit)
    }

    /// Sends a request and returns the JSON of an answer that says yes; `ClientError.refused` holds any other.
    package func request(
        _ method: HTTPMethod, _ path: String, query: Query = [:], body: [UInt8]? = nil, headers: HTTPHeaders = [:]
    ) async throws -> JSONValue {
        let response = try await send(method, path, query: query, body: body, headers: headers)
        guard response.isSuccess else { throw ClientError.refused(Refusal(response)) }
        do {
            return try JSONDocument(parsing: response.body).value
        } catch let error as JSONSyntaxError {
            throw ClientError.badAnswer(error.message)
        }
    }

    /// The live stream; `cursor` is the seq after which to begin, and without one it begins now.
    package func stream(
        _ query: Query = [:], after cursor: Seq? = nil, backoff: Backoff = Backoff(),
        sleep: @escaping EventStream.Sleep = { try await Task.sleep(for: $0) }
    ) -> EventStream {
        EventStream(client: self, query: query, cursor: cursor.map(String.init), backoff: backoff, sleep: sleep)
    }
}
