/// Reads the parameters of a request's query string, each with an error that names it.
///
/// A parameter outside `known` is an error: a mistyped filter must not answer with everything.
package struct QueryDecoder {
    private let query: FormQuery

    package init(_ query: FormQuery, known: Set<String>) throws {
        if let unknown = query.items.first(where: { !known.contains($0.name) }) {
            let list = known.isEmpty ? "none are known here" : "known are \(known.sorted().joined(separator: ", "))"
            throw APIError(.unknownParameter, "unknown parameter '\(unknown.name.prefix(100))'; \(list)")
        }
        self.query = query
    }

    /// The last value of the parameter.
    package func text(_ name: String) throws -> String? {
        guard let value = query.items.last(where: { $0.name == name })?.value else { return nil }
        if value.isEmpty { throw invalid(name, "must not be empty") }
        return value.replacingNUL
    }

    /// All values of a parameter that may repeat, each once.
    package func texts(_ name: String) throws -> [String] {
        let values = query.items.filter { $0.name == name }.map(\.value)
        if values.count > Limits.repeatedParameterCount {
            throw invalid(name, "is given \(values.count) times; at most \(Limits.repeatedParameterCount) are allowed")
        }
        if values.contains("") { throw invalid(name, "must not be empty") }
        var seen = Set<[UInt8]>()
        return values.map(\.replacingNUL).filter { seen.insert(Array($0.utf8)).inserted }
    }

    package func id<Entity>(_ name: String) throws -> ID<Entity>? {
        try text(name).map { try parseID(name, $0) }
    }

    package func ids<Entity>(_ name: String) throws -> [ID<Entity>] {
        try texts(name).map { try parseID(name, $0) }
    }

    package func bool(_ name: String) throws -> Bool? {
        guard let text = try text(name) else { return nil }
        switch text {
        case "true", "1": return true
        case "false", "0": return false
        default: throw APIError.invalidValue(name, text, allowed: ["true", "false"])
        }
    }

    package func oneOf<Value: RawRepresentable & CaseIterable>(_ name: String, _ type: Value.Type) throws -> Value?
    where Value.RawValue == String {
        try text(name).map { try parse(name, $0, type) }
    }

    package func anyOf<Value: RawRepresentable & CaseIterable>(_ name: String, _ type: Value.Type) throws -> [Value]
    where Value.RawValue == String {
        try texts(name).map { try parse(name, $0, type) }
    }

    /// A whole number; one that does not fit 64 bits is an error, not a wrap.
    package func int(_ name: String) throws -> Int64? {
        guard let text = try text(name) else { return nil }
        guard let value = Int64(text) else { throw invalid(name, "must be a whole number, not '\(text.prefix(40))'") }
        return value
    }

    /// A cursor: a whole number that is not negative.
    package func seq(_ name: String) throws -> Seq? {
        guard let value = try int(name) else { return nil }
        if value < 0 { throw invalid(name, "must not be negative") }
        return value
    }

    package func timestamp(_ name: String) throws -> Timestamp? {
        guard let text = try text(name) else { return nil }
        guard let time = Timestamp(rfc3339: text) ?? Timestamp(rfc3339: withOffsetSign(text)) else {
            throw invalid(name, "must be a time as RFC 3339, such as 2026-11-24T09:30:00Z, not '\(text.prefix(40))'")
        }
        return time
    }

    /// An unescaped `+` of an offset, which the form's decoding has made a space, put back.
    private func withOffsetSign(_ text: String) -> String {
        let (time, offset) = (text.dropLast(6), text.suffix(6))
        return offset.first == " " ? "\(time)+\(offset.dropFirst())" : text
    }

    private func parseID<Entity>(_ name: String, _ text: String) throws -> ID<Entity> {
        guard let id = ID<Entity>(text) else { throw invalid(name, "must be a UUID, not '\(text.prefix(100))'") }
        return id
    }

    private func parse<Value: RawRepresentable & CaseIterable>(_ name: String, _ text: String, _: Value.Type) throws
        -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: text) else {
            throw APIError.invalidValue(name, text, allowed: Value.allCases.map(\.rawValue))
        }
        return value
    }

    private func invalid(_ name: String, _ problem: String) -> APIError {
        APIError(.invalidParameter, "'\(name)' \(problem)")
    }
}
