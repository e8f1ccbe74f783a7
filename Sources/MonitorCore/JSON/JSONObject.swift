/// The members of one JSON object; of a key that repeats the last wins.
package struct JSONObject: Sendable {
    private let bytes: ArraySlice<UInt8>
    private let ranges: [JSONMembers.Member]

    /// `nil` where the document's value is no object.
    package init?(_ document: JSONDocument) { self.init(document.value) }

    init?(_ value: JSONValue) {
        guard value.kind == .object else { return nil }
        bytes = value.bytes
        ranges = JSONMembers(of: value.bytes).members
    }

    package var raw: RawJSON { RawJSON(minified: Array(bytes)) }

    /// The value of a key, compared byte by byte after its escapes are decoded.
    package subscript(key: String) -> JSONValue? {
        ranges.last { isKey($0, key) }.map { JSONValue(bytes: bytes[$0.value]) }
    }

    /// The keys as they stand, repeats included.
    package var keys: [String] { ranges.map(key) }

    package var members: [(key: String, value: JSONValue)] {
        ranges.map { (key($0), JSONValue(bytes: bytes[$0.value])) }
    }

    /// The object without one of its members, the others as they stand.
    package func json(without key: String) -> [UInt8] {
        let kept = ranges.filter { !isKey($0, key) }.map { bytes[$0.key] + [UInt8(ascii: ":")] + bytes[$0.value] }
        return [UInt8(ascii: "{")] + kept.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "}")]
    }

    private func key(_ member: JSONMembers.Member) -> String {
        JSONString.decode(bytes[member.key].dropFirst().dropLast())
    }

    private func isKey(_ member: JSONMembers.Member, _ wanted: String) -> Bool {
        let written = bytes[member.key].dropFirst().dropLast()
        return written.contains(UInt8(ascii: "\\"))
            ? JSONString.decode(written).utf8.elementsEqual(wanted.utf8)
            : written.count == wanted.utf8.count && written.elementsEqual(wanted.utf8)
    }
}
