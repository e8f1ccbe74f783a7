import HTTPTypes

/// A route of the API, by which the tables of the trust tests run over all of them.
struct Route: Sendable, CustomStringConvertible {
    enum Access: Sendable { case open, read, write, ingest }

    let method: HTTPRequest.Method
    let path: String
    let access: Access

    var isOpen: Bool { access == .open }
    var isWrite: Bool { access == .write || access == .ingest }
    var description: String { "\(method.rawValue) \(path)" }

    private static let id = "0197a000-0000-7000-8000-000000000000"

    static let all: [Route] = [
        Route(method: .get, path: "/health", access: .open),
        Route(method: .get, path: "/ready", access: .open),
        Route(method: .post, path: "/api/workstreams", access: .write),
        Route(method: .get, path: "/api/workstreams", access: .read),
        Route(method: .get, path: "/api/workstreams/\(id)", access: .read),
        Route(method: .patch, path: "/api/workstreams/\(id)", access: .write),
        Route(method: .post, path: "/api/tasks", access: .write),
        Route(method: .get, path: "/api/tasks", access: .read),
        Route(method: .get, path: "/api/tasks/\(id)", access: .read),
        Route(method: .patch, path: "/api/tasks/\(id)", access: .write),
        Route(method: .delete, path: "/api/tasks/\(id)", access: .write),
        Route(method: .post, path: "/api/updates", access: .ingest),
        Route(method: .post, path: "/api/updates/manual", access: .ingest),
        Route(method: .post, path: "/api/updates/batch", access: .ingest),
        Route(method: .post, path: "/api/updates/claude-hook", access: .ingest),
        Route(method: .post, path: "/api/updates/github-webhook", access: .ingest),
        Route(method: .get, path: "/api/updates", access: .read),
        Route(method: .get, path: "/api/updates/\(id)", access: .read),
        Route(method: .delete, path: "/api/updates/\(id)", access: .write),
        Route(method: .get, path: "/api/stream", access: .read),
        Route(method: .get, path: "/api/sources", access: .read),
        Route(method: .get, path: "/metrics", access: .read),
        Route(method: .get, path: "/openapi.json", access: .read),
        Route(method: .get, path: "/api/status", access: .read),
        Route(method: .post, path: "/api/sources/claude-code", access: .ingest),
    ]

    /// A head that has nothing wrong, with these fields beside the content type.
    func head(
        method: HTTPRequest.Method? = nil, host: String? = "localhost:3000", _ fields: [HTTPField.Name: String] = [:]
    ) -> HTTPRequest {
        var head = HTTPRequest(
            method: method ?? self.method, scheme: "http", authority: host, path: path,
            headerFields: [.contentType: "application/json"])
        for (name, value) in fields { head.headerFields[name] = value }
        return head
    }
}
