/// Reads the fields of a request body, each with an error that names it and says what would be right.
package struct BodyDecoder {
    private let object: JSONObject
    /// What stands before a field's name in messages, such as `[3].` inside a batch.
    private let prefix: String

    /// Takes a body with no other fields than `fields`, so that a mistyped one is told and not ignored.
    package init(_ value: JSONValue, fields: Set<String>, prefix: String = "") throws {
        guard let object = value.object else {
            throw APIError(
                .invalidField,
                "\(prefix.isEmpty ? "the body" : "item \(prefix.dropLast())") must be a JSON object, not \(value.kind.rawValue)"
            )
        }
        if let unknown = object.keys.first(where: { !fields.contains($0) }) {
            throw APIError(
                .unknownField,
                "unknown field '\(prefix)\(unknown.prefix(100))'; known are \(fields.sorted().joined(separator: ", "))")
        }
        self.object = object
        self.prefix = prefix
    }

    /// Parses the bytes of a body.
    package static func parse(_ bytes: some Collection<UInt8>) throws -> JSONValue {
        do {
            return try JSONDocument(parsing: bytes).value
        } catch let error as JSONSyntaxError {
            throw APIError(.invalidJSON, error.message)
        }
    }

    /// The value, or `nil` where it is absent or null.
    package func value(_ field: String) -> JSONValue? {
        object[field].flatMap { $0.isNull ? nil : $0 }
    }

    package func required<Value>(_ field: String, _ read: (String) throws -> Value?) throws -> Value {
        guard let value = try read(field) else { throw APIError(.missingField, "'\(prefix)\(field)' is missing") }
        return value
    }

    /// A text of 1 to `maxLength` characters.
    package func name(_ field: String, maxLength: Int) throws -> String? {
        guard let text = try text(field) else { return nil }
        if text.allSatisfy(\.isWhitespace) { throw invalid(field, "must not be empty") }
        if text.utf8.count > maxLength && text.unicodeScalars.count > maxLength {
            throw invalid(field, "has \(text.unicodeScalars.count) characters; at most \(maxLength) are allowed")
        }
        return text
    }

    /// A text of 1 to `maxBytes` bytes.
    package func longText(_ field: String, maxBytes: Int) throws -> String? {
        guard let text = try text(field) else { return nil }
        if text.allSatisfy(\.isWhitespace) { throw invalid(field, "must not be empty") }
        if text.utf8.count > maxBytes {
            throw invalid(field, "has \(text.utf8.count) bytes; at most \(maxBytes) are allowed")
        }
        return text
    }

    package func id<Entity>(_ field: String) throws -> ID<Entity>? {
        guard let text = try text(field) else { return nil }
        guard let id = ID<Entity>(text) else { throw invalid(field, "must be a UUID, not '\(text.prefix(100))'") }
        return id
    }

    package func oneOf<Value: RawRepresentable & CaseIterable>(_ field: String, _: Value.Type) throws -> Value?
    where Value.RawValue == String {
        guard let text = try text(field) else { return nil }
        guard let value = Value(rawValue: text) else {
            throw APIError.invalidValue(prefix + field, text, allowed: Value.allCases.map(\.rawValue))
        }
        return value
    }

    package func bool(_ field: String) throws -> Bool? {
        guard let value = value(field) else { return nil }
        guard let bool = value.bool else { throw invalid(field, "must be true or false, not \(value.kind.rawValue)") }
        return bool
    }

    package func tags(_ field: String) throws -> [String] {
        guard let value = value(field) else { return [] }
        guard let elements = value.array else {
            throw invalid(field, "must be an array of strings, not \(value.kind.rawValue)")
        }
        if elements.count > Limits.tagCount {
            throw invalid(field, "has \(elements.count) tags; at most \(Limits.tagCount) are allowed")
        }
        return try elements.map { element in
            guard let tag = element.string, !tag.isEmpty, tag.unicodeScalars.count <= Limits.tagLength else {
                throw invalid(field, "must hold strings of 1 to \(Limits.tagLength) characters")
            }
            return tag.replacingNUL
        }
    }

    /// A JSON object kept as its bytes.
    package func metadata(_ field: String) throws -> RawJSON? {
        guard let value = value(field) else { return nil }
        guard value.kind == .object else { throw invalid(field, "must be a JSON object, not \(value.kind.rawValue)") }
        if value.bytes.count > Limits.metadataBytes {
            throw invalid(field, "has \(value.bytes.count) bytes; at most \(Limits.metadataBytes) are allowed")
        }
        return value.raw
    }

    /// What a PATCH says: absent, null, or a value.
    package func change<Value>(_ field: String, _ read: (String) throws -> Value?) throws -> Change<Value> {
        guard let value = object[field] else { return .leave }
        if value.isNull { return .clear }
        return try read(field).map(Change.set) ?? .clear
    }

    /// A field that a PATCH may set but not clear.
    package func notNull<Value>(_ field: String, _ read: (String) throws -> Value?) throws -> Value? {
        if object[field]?.isNull == true { throw invalid(field, "cannot be null") }
        return try read(field)
    }

    package func has(_ field: String) -> Bool { object[field] != nil }

    package func invalid(_ field: String, _ problem: String) -> APIError {
        APIError(.invalidField, "'\(prefix)\(field)' \(problem)")
    }

    private func text(_ field: String) throws -> String? {
        guard let value = value(field) else { return nil }
        guard let text = value.string else { throw invalid(field, "must be a string, not \(value.kind.rawValue)") }
        return text.replacingNUL
    }
}
