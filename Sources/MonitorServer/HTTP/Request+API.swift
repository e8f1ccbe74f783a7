import HTTPTypes
import Hummingbird
import MonitorCore
import NIOCore

extension Request {
    /// The query's parameters; one outside `known` is an error.
    func query(known: Set<String> = []) throws -> QueryDecoder {
        try QueryDecoder(FormQuery(uri.query ?? ""), known: known)
    }

    /// The JSON of the body, bounded before and while it is read.
    func json(upTo limit: Int = Limits.bodyBytes) async throws -> JSONValue {
        try BodyDecoder.parse(try await bytes(upTo: limit))
    }

    /// The body, bounded before and while it is read.
    ///
    /// A body that is a little too large is read to its end all the same: many clients see a broken connection instead
    /// of an answer that comes while they still send.
    func bytes(upTo limit: Int) async throws -> ByteBufferView {
        let patience = limit + Request.discardedBytes
        if let length = headers[.contentLength].flatMap(Int.init), length > patience { throw Request.tooLarge(limit) }
        var (collected, total) = (ByteBuffer(), 0)
        for try await var part in body {
            total += part.readableBytes
            if total > patience { break }
            if total <= limit { collected.writeBuffer(&part) } else { collected.clear() }
        }
        if total > limit { throw Request.tooLarge(limit) }
        return collected.readableBytesView
    }

    /// What is read and thrown away of a body that is too large.
    private static let discardedBytes = 8 * 1024 * 1024

    private static func tooLarge(_ limit: Int) -> APIError {
        APIError(.bodyTooLarge, "the body is larger than \(limit) bytes")
    }

    /// The `Idempotency-Key`, if there is one.
    func idempotencyKey() throws -> String? {
        guard let key = headers[.idempotencyKey] else { return nil }
        guard !key.isEmpty, key.utf8.count <= Limits.idempotencyKeyLength else {
            throw APIError(.badRequest, "'Idempotency-Key' must have 1 to \(Limits.idempotencyKeyLength) bytes")
        }
        return key
    }
}

extension Parameters {
    /// The id in the path.
    func id<Entity>(_ name: String = "id") throws -> ID<Entity> {
        let text = try require(name)
        guard let id = ID<Entity>(text) else {
            throw APIError(.invalidParameter, "'\(text.prefix(100))' in the path must be a UUID")
        }
        return id
    }

    func updateReference() throws -> UpdateReference {
        let text = try require("id")
        guard let reference = UpdateReference(text) else {
            throw APIError(.invalidParameter, "'\(text.prefix(100))' in the path must be a UUID or a seq")
        }
        return reference
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name(known: "Idempotency-Key")
    static let lastEventID = HTTPField.Name(known: "Last-Event-ID")
    /// The library takes the first `Host` out of the fields, and forbids its own name for what is left.
    static let secondHost = HTTPField.Name(known: "Host")
    static let secFetchMode = HTTPField.Name(known: "Sec-Fetch-Mode")
    static let secFetchSite = HTTPField.Name(known: "Sec-Fetch-Site")
    static let accelBuffering = HTTPField.Name(known: "X-Accel-Buffering")
    static let forwardedFor = HTTPField.Name(known: "X-Forwarded-For")
    static let referrerPolicy = HTTPField.Name(known: "Referrer-Policy")

    /// A name that is a token by inspection; an unusable one would be a programmer's error.
    init(known name: String) {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no header name") }
        self = field
    }
}
