/// Turns what one kind of sender sends into what happened: a pure function with no clock, network or store.
package protocol SourceAdapter: Sendable {
    /// The name in `/api/sources/:source`.
    var name: String { get }
    func normalize(_ delivery: Delivery) throws -> UpdateContent
}

/// One delivery as it came: its headers with lower-case names, and its payload.
package struct Delivery: Sendable {
    package var headers: [String: String]
    package var payload: JSONValue

    package init(headers: [String: String] = [:], payload: JSONValue) {
        self.headers = headers
        self.payload = payload
    }
}
