/// The parameters of a query string, decoded as forms do: `+` is a space, `%41` an `A`.
package struct FormQuery: Sendable {
    package let items: [(name: String, value: String)]

    package init(_ query: some StringProtocol) {
        items = query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (FormQuery.decode(parts[0]), parts.count > 1 ? FormQuery.decode(parts[1]) : "")
        }
    }

    /// Parameters to send.
    package init(items: [(name: String, value: String)]) { self.items = items }

    /// Without the parameters that a form sends for fields that nobody filled in.
    package var withoutEmptyValues: FormQuery { FormQuery(items: items.filter { !$0.value.isEmpty }) }

    /// The query as it stands in an address.
    package var text: String {
        items.map { "\(FormQuery.encode($0.name))=\(FormQuery.encode($0.value))" }.joined(separator: "&")
    }

    /// Percent-encodes everything but RFC 3986's unreserved characters.
    private static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if unreserved.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), UInt8(hexDigit: byte >> 4), UInt8(hexDigit: byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

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
