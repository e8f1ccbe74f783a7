/// The parameters of a request, in their order; a name may repeat.
package struct Query: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    package struct Item: Equatable, Sendable {
        package let name: String
        package let value: String
    }

    package private(set) var items: [Item] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) { items = elements.map(Item.init) }

    /// Adds the parameter where there is a value.
    package mutating func add(_ name: String, _ value: (some CustomStringConvertible)?) {
        if let value { items.append(Item(name: name, value: value.description)) }
    }

    package mutating func add(_ name: String, any values: [String]) {
        for value in values { add(name, value) }
    }

    /// Adds `true` where the flag is set.
    package mutating func add(_ name: String, ifSet flag: Bool) {
        if flag { add(name, "true") }
    }

    /// Begins with a question mark, or is empty.
    package var encoded: String {
        items.isEmpty
            ? "" : "?" + items.map { "\(Query.encode($0.name))=\(Query.encode($0.value))" }.joined(separator: "&")
    }

    /// Percent-encodes everything but RFC 3986's unreserved characters.
    package static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
