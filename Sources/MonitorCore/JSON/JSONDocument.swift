/// A validated, minified JSON text and where the members of its outermost container are.
package struct JSONDocument: Sendable {
    struct Member: Sendable {
        /// The key with its quotes; empty in an array.
        let key: Range<Int>
        let value: Range<Int>
    }

    package let bytes: [UInt8]
    let members: [Member]

    /// Validates and minifies `bytes`; nothing else in Monitor reads JSON.
    package init(parsing bytes: some Collection<UInt8>) throws {
        let scanned = try bytes.withContiguousStorageIfAvailable(JSONDocument.scan)
        let scanner = try scanned ?? Array(bytes).withUnsafeBufferPointer(JSONDocument.scan)
        self.bytes = scanner.output
        members = scanner.members
    }

    private static func scan(_ buffer: UnsafeBufferPointer<UInt8>) throws -> JSONScanner.Result {
        var scanner = JSONScanner(buffer)
        try scanner.scan()
        return scanner.result
    }

    /// The whole value.
    package var value: JSONValue { JSONValue(bytes: bytes[...]) }
}
