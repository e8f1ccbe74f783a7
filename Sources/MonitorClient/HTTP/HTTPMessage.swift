/// What the API is asked with.
package enum HTTPMethod: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
}

/// One request; `target` is the path and the query, percent-encoded.
package struct HTTPRequest: Sendable {
    package var method: HTTPMethod
    package var target: String
    package var headers: HTTPHeaders
    package var body: [UInt8]

    package init(_ method: HTTPMethod, _ target: String, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

/// What an answer begins with.
package struct HTTPResponseHead: Equatable, Sendable {
    package var status: Int
    package var headers: HTTPHeaders

    package init(status: Int, headers: HTTPHeaders = [:]) {
        self.status = status
        self.headers = headers
    }
}

/// A whole answer.
package struct HTTPResponse: Equatable, Sendable {
    package var status: Int
    package var headers: HTTPHeaders
    package var body: [UInt8]

    package init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package var isSuccess: Bool { (200..<300).contains(status) }

    package var text: String { String(decoding: body, as: UTF8.self) }
}

/// An answer whose body is still coming.
package struct HTTPResponseStream: Sendable {
    package let head: HTTPResponseHead
    /// The body in pieces, none of them empty; it can be read once.
    package let body: any AsyncSequence<[UInt8], any Error> & Sendable

    package init(head: HTTPResponseHead, body: any AsyncSequence<[UInt8], any Error> & Sendable) {
        self.head = head
        self.body = body
    }

    /// Reads the body to its end, or fails when it has more than `limit` bytes.
    package func collect(upTo limit: Int) async throws -> HTTPResponse {
        var bytes: [UInt8] = []
        for try await piece in body {
            bytes += piece
            if bytes.count > limit { throw ClientError.badAnswer("it has more than \(limit) bytes") }
        }
        return HTTPResponse(status: head.status, headers: head.headers, body: bytes)
    }
}
