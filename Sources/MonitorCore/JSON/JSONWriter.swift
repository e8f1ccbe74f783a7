/// Appends the members of one JSON object to a byte buffer, in the order of the calls.
package struct JSONWriter {
    private var bytes: [UInt8]
    private var isFirst = true

    package init(capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(UInt8(ascii: "{"))
    }

    package mutating func member(_ key: StaticString, _ value: String) {
        writeKey(key)
        JSONString.write(value, to: &bytes)
    }

    package mutating func member(_ key: StaticString, _ value: String?) {
        if let value { member(key, value) }
    }

    package mutating func member(_ key: StaticString, _ value: some BinaryInteger) {
        writeKey(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    package mutating func member(_ key: StaticString, _ value: Bool) {
        writeKey(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    package mutating func member(_ key: StaticString, _ value: ID<some Any>) {
        writeKey(key)
        bytes.append(UInt8(ascii: "\""))
        value.write(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func member(_ key: StaticString, _ value: Timestamp) {
        writeKey(key)
        bytes.append(UInt8(ascii: "\""))
        value.write(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func member(_ key: StaticString, _ value: RawJSON) {
        writeKey(key)
        bytes.append(contentsOf: value.bytes)
    }

    package mutating func member(_ key: StaticString, _ values: [String]) {
        writeKey(key)
        bytes.append(contentsOf: JSONWriter.array(values))
    }

    /// A member whose value is already JSON.
    package mutating func member(_ key: StaticString, json: some Sequence<UInt8>) {
        writeKey(key)
        bytes.append(contentsOf: json)
    }

    /// Closes the object and returns it.
    package consuming func finish() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// An array of strings.
    package static func array(_ values: [String]) -> [UInt8] {
        var bytes = [UInt8(ascii: "[")]
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONString.write(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    /// An array of values that are already JSON.
    package static func array(json values: some Sequence<[UInt8]>) -> [UInt8] {
        var bytes = [UInt8(ascii: "[")]
        for value in values {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: value)
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    private mutating func writeKey(_ key: StaticString) {
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}

extension JSONWriter {
    /// Closes the object after the members of another one, which is already JSON and not empty.
    package consuming func finish(appending object: [UInt8]) -> [UInt8] {
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: object.dropFirst())
        return bytes
    }
}
