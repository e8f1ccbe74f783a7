/// A look at one value inside a validated JSON text; nothing is decoded before it is asked for.
package struct JSONValue: Sendable {
    /// Minified bytes of the value.
    package let bytes: ArraySlice<UInt8>

    package enum Kind: String, Sendable { case object, array, string, number, boolean, null }

    package var kind: Kind {
        switch bytes.first {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        default: .number
        }
    }

    package var isNull: Bool { kind == .null }

    package var raw: RawJSON { RawJSON(minified: Array(bytes)) }

    /// The text of a string; half a surrogate pair becomes U+FFFD.
    package var string: String? {
        kind == .string ? JSONString.decode(bytes.dropFirst().dropLast()) : nil
    }

    package var bool: Bool? { kind == .boolean ? bytes.first == UInt8(ascii: "t") : nil }

    /// The value of a whole number that fits; others are `nil`.
    package var int: Int64? { kind == .number ? Int64(String(decoding: bytes, as: UTF8.self)) : nil }

    package var array: [JSONValue]? {
        guard kind == .array else { return nil }
        return JSONMembers(of: bytes).members.map { JSONValue(bytes: bytes[$0.value]) }
    }

    package var object: JSONObject? { JSONObject(self) }

    /// The member of an object by a path of keys, or `nil` where anything on the way is missing or no object.
    package subscript(_ path: String...) -> JSONValue? {
        var value = self
        for key in path {
            guard let next = value.object?[key] else { return nil }
            value = next
        }
        return value
    }
}
