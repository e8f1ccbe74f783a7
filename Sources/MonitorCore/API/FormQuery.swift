/// The parameters of a query string, decoded as forms do: `+` is a space, `%41` an `A`.
package struct FormQuery: Sendable {
    package let items: [(name: String, value: String)]

    package init(_ query: some StringProtocol) {
        items = query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (FormQuery.decode(parts[0]), parts.count > 1 ? FormQuery.decode(parts[1]) : "")
        }
    }

    /// A `%` that two hex digits do not follow stands for itself; bytes that are no UTF-8 become U+FFFD.
    package static func decode(_ text: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"): bytes.append(takeHexPair(&rest) ?? byte)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func takeHexPair(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
        let pair = rest.prefix(2).compactMap(\.hexDigitValue)
        guard pair.count == 2 else { return nil }
        rest = rest.dropFirst(2)
        return pair[0] << 4 | pair[1]
    }
}
