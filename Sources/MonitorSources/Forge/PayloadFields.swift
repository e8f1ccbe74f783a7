import MonitorCore

/// A forgiving look at a forge's payload by paths of keys; what is absent, or of another type, is simply not there.
///
/// `a.b` goes from the top, `.b` from the object that the event is about, and `a.b|.c` takes the first that is there.
struct PayloadFields {
    private let root: JSONObject?
    private let main: JSONObject?

    /// Takes a delivery's payload, which must be an object.
    init(_ delivery: Delivery) throws {
        guard let root = delivery.payload.object else { throw APIError.noObject(delivery.payload) }
        self.init(root: root, main: nil)
    }

    private init(root: JSONObject?, main: JSONObject?) {
        self.root = root
        self.main = main
    }

    /// The same fields with the object under that key as the one that the event is about.
    func about(_ key: String) -> PayloadFields { PayloadFields(root: root, main: root?[key]?.object) }

    /// The first value that is there and not `null`.
    func value(_ paths: String) -> JSONValue? { first(paths) { $0 } }

    func has(_ paths: String) -> Bool { value(paths) != nil }

    func isNull(_ path: String) -> Bool { find(path[...])?.isNull == true }

    func isTrue(_ paths: String) -> Bool { value(paths)?.bool == true }

    /// The first whole number.
    func int(_ paths: String) -> Int64? { first(paths, \.int) }

    /// The first text that is not blank.
    func text(_ paths: String) -> String? { first(paths, \.nonBlankText) }

    /// The first text or whole number, on one line of at most 200 characters.
    func word(_ paths: String) -> String? {
        first(paths) { $0.nonBlankText?.line(upTo: 200) ?? $0.int.map(String.init) }
    }

    /// The objects in an array, each as the object that the event is about.
    func items(_ path: String) -> [PayloadFields] {
        value(path)?.array?.map { PayloadFields(root: root, main: $0.object) } ?? []
    }

    /// What the first of the paths has that can be read so; `null` never is.
    private func first<Value>(_ paths: String, _ read: (JSONValue) -> Value?) -> Value? {
        for path in paths.split(separator: "|") {
            if let value = find(path), !value.isNull, let result = read(value) { return result }
        }
        return nil
    }

    private func find(_ path: Substring) -> JSONValue? {
        var keys = path.split(separator: ".")[...]
        guard let first = keys.popFirst() else { return nil }
        var value = (path.first == "." ? main : root)?[String(first)]
        for key in keys { value = value?.object?[String(key)] }
        return value
    }
}

extension JSONValue {
    /// A string with something else than white space in it.
    var nonBlankText: String? { string.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
}
