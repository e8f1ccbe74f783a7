import MonitorCore

/// A forgiving look at a sender's JSON object: what is absent, or of another type, is simply not there.
struct Payload {
    private let object: JSONObject?

    /// Takes a delivery's payload, which must be an object.
    init(_ delivery: Delivery) throws {
        guard let object = delivery.payload.object else { throw APIError.noObject(delivery.payload) }
        self.object = object
    }

    init(_ value: JSONValue?) { object = value?.object }

    /// The object under a key; an empty one where there is none.
    subscript(key: String) -> Payload { Payload(object?[key]) }

    /// Whatever is under a key, but null.
    func value(_ key: String) -> JSONValue? { object?[key].flatMap { $0.isNull ? nil : $0 } }

    func has(_ key: String) -> Bool { value(key) != nil }

    /// A text that is not blank, as a page may show it.
    func text(_ key: String) -> String? { value(key)?.string.flatMap(Payload.shown) }

    func int(_ key: String) -> Int64? { object?[key]?.int }

    func isTrue(_ key: String) -> Bool { object?[key]?.bool == true }

    func isFalse(_ key: String) -> Bool { object?[key]?.bool == false }

    /// The objects in an array.
    func items(_ key: String) -> [Payload] { object?[key]?.array?.map { Payload($0) } ?? [] }

    /// The texts in an array.
    func texts(_ key: String) -> [String] {
        object?[key]?.array?.compactMap { $0.string.flatMap(Payload.shown) } ?? []
    }

    /// The first of the keys that has a text.
    func firstText(_ keys: [String]) -> String? { keys.lazy.compactMap(text).first }

    /// The first of the keys that has a value.
    func firstValue(_ keys: [String]) -> JSONValue? { keys.lazy.compactMap(value).first }

    private static func shown(_ text: String) -> String? {
        let plain = text.plainText
        return plain.allSatisfy(\.isWhitespace) ? nil : plain
    }
}

extension APIError {
    static func noObject(_ payload: JSONValue) -> APIError {
        APIError(.invalidField, "'payload' must be a JSON object, not \(payload.kind.rawValue)")
    }
}

extension Payload {
    /// The named members as an object of their own; `nil` where none is there.
    func input(_ keys: [StaticString]) -> JSONValue? {
        let members = keys.compactMap { key in value("\(key)").map { (key, $0) } }
        guard !members.isEmpty else { return nil }
        var writer = JSONWriter()
        for (key, value) in members { writer.member(key, json: value.bytes) }
        return (try? JSONDocument(parsing: writer.finish()))?.value
    }
}
