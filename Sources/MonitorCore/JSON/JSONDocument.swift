/// A validated, minified JSON text.
package struct JSONDocument: Sendable {
    package let bytes: [UInt8]

    /// Validates and minifies `bytes`; nothing else in Monitor reads JSON.
    package init(parsing bytes: some Collection<UInt8>) throws {
        let minified = try bytes.withContiguousStorageIfAvailable(JSONScanner.minify)
        self.bytes = try minified ?? Array(bytes).withUnsafeBufferPointer(JSONScanner.minify)
    }

    /// The whole value.
    package var value: JSONValue { JSONValue(bytes: bytes[...]) }
}
