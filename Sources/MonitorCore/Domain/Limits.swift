/// The sizes that the API accepts (design, sections 1 and 6); more is 422, or 413 for a whole body.
package enum Limits {
    package static let nameLength = 500
    package static let sourceLength = 500
    package static let kindLength = 200
    package static let tagLength = 200
    package static let authorLength = 200
    package static let tagCount = 64
    /// UTF-8 bytes of an update's message or a task's summary.
    package static let messageBytes = 64 * 1024
    package static let metadataBytes = 64 * 1024
    package static let idempotencyKeyLength = 200
    package static let batchCount = 1_000
    package static let bodyBytes = 1024 * 1024
    package static let batchBodyBytes = 16 * 1024 * 1024
    /// GitHub's own limit for a delivery (docs.github.com, "Webhook events and payloads").
    package static let deliveryBodyBytes = 25 * 1024 * 1024
    package static let jsonDepth = 256
    package static let defaultPageSize = 50
    package static let maxPageSize = 200
    /// Values of one repeated query parameter; a query with more is refused before it costs anything.
    package static let repeatedParameterCount = 100
}
