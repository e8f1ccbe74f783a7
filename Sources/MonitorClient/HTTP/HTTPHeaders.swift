/// Header fields in their order; names match in any case.
package struct HTTPHeaders: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    package struct Field: Equatable, Sendable {
        package let name: String
        package let value: String
    }

    package private(set) var fields: [Field] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map(Field.init)
    }

    /// The value of the first field of that name.
    package subscript(name: String) -> String? { self[all: name].first }

    package subscript(all name: String) -> [String] {
        fields.filter { HTTPHeaders.areEqual($0.name, name) }.map(\.value)
    }

    package mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    package mutating func replace(_ name: String, with value: String) {
        fields.removeAll { HTTPHeaders.areEqual($0.name, name) }
        append(name, value)
    }

    package mutating func append(_ others: HTTPHeaders) { fields += others.fields }

    private static func areEqual(_ a: String, _ b: String) -> Bool {
        a.utf8.elementsEqual(b.utf8) || a.lowercased() == b.lowercased()
    }
}
