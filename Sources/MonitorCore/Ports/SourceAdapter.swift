/// Turns what one kind of sender sends into what happened: a pure function with no clock, network or store.
package protocol SourceAdapter: Sendable {
    /// The name in `/api/sources/:source`.
    var name: String { get }
    /// How to connect the sender, in one line that can be copied or followed.
    var setupHint: String { get }
    /// What the sender reads as the answer: an agent's hook must not get a word that could steer it.
    var answer: SourceAnswer { get }
    func normalize(_ delivery: Delivery) throws -> SourceEvent
}

package enum SourceAnswer: Sendable {
    /// `{}` with 200, whatever became of the delivery.
    case silent
    /// What was stored, as other posts are answered.
    case update
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
