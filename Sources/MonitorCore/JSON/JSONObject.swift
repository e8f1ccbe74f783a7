/// The members of one JSON object; of a key that repeats the last wins.
package struct JSONObject: Sendable {
    private let document: JSONDocument

    /// `nil` where the document's value is no object.
    package init?(_ document: JSONDocument) {
        guard document.bytes.first == UInt8(ascii: "{") else { return nil }
        self.document = document
    }

    package var raw: RawJSON { RawJSON(minified: document.bytes) }

    package subscript(key: String) -> JSONValue? {
        let member = document.members.last { member in
            let bytes = document.bytes[member.key].dropFirst().dropLast()
            return bytes.elementsEqual(key.utf8)
                || (bytes.contains(UInt8(ascii: "\\")) && JSONString.decode(bytes) == key)
        }
        return member.map { JSONValue(bytes: document.bytes[$0.value]) }
    }

    /// The keys as they stand, repeats included.
    package var keys: [String] {
        document.members.map { JSONString.decode(document.bytes[$0.key].dropFirst().dropLast()) }
    }

    package var members: [(key: String, value: JSONValue)] {
        zip(keys, document.members).map { ($0, JSONValue(bytes: document.bytes[$1.value])) }
    }
}
