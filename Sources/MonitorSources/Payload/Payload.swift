import MonitorCore

/// A forgiving look at a sender's JSON object: what is absent, or of another type, is simply not there.
struct Payload {
    private let object: JSONObject?

    /// Takes a delivery's payload, which must be an object.
    init(_ delivery: Delivery) throws {
        guard let object = delivery.payload.object else {
            throw APIError(
                .invalidField, "'payload' must be a JSON object, not \(delivery.payload.kind.rawValue)")
        }
        self.object = object
    }

    init(_ value: JSONValue?) { object = value?.object }

    /// The object under a key; an empty one where there is none.
    subscript(key: String) -> Payload { Payload(object?[key]) }

    func has(_ key: String) -> Bool { object?[key].map { !$0.isNull } ?? false }

    /// A text that is not blank.
    func text(_ key: String) -> String? {
        object?[key]?.string.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    func int(_ key: String) -> Int64? { object?[key]?.int }

    func isTrue(_ key: String) -> Bool { object?[key]?.bool == true }

    func isFalse(_ key: String) -> Bool { object?[key]?.bool == false }

    /// The objects in an array.
    func items(_ key: String) -> [Payload] { object?[key]?.array?.map { Payload($0) } ?? [] }

    /// The first of the keys that has a text.
    func firstText(_ keys: [String]) -> String? { keys.lazy.compactMap(text).first }
}
