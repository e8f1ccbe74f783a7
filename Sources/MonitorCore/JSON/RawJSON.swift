/// One JSON value as its sender wrote it, validated and minified: numbers, key order and escapes are untouched.
package struct RawJSON: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Takes bytes that the scanner or the store vouches for.
    package init(minified bytes: [UInt8]) { self.bytes = bytes }

    /// Validates and minifies a text.
    package init(parsing text: String) throws {
        bytes = try JSONDocument(parsing: Array(text.utf8)).bytes
    }

    package static let emptyObject = RawJSON(minified: Array("{}".utf8))

    package var value: JSONValue { JSONValue(bytes: bytes[...]) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var isObject: Bool { bytes.first == UInt8(ascii: "{") }
}
