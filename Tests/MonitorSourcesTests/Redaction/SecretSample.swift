import Testing

/// A text with one secret in it.
///
/// The secrets are put together when the tests run, so that no scanner takes this file for a leak.
struct SecretSample: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands before the secret, stays, and makes it one: a name, a header, a URL.
    let before: String
    let secret: String
    let after: String
    let kind: String

    var text: String { before + secret + after }
    var redacted: String { before + "[redacted:\(kind)]" + after }
    var testDescription: String { name }

    init(_ name: String, _ kind: String, _ before: String, _ secret: String, _ after: String = "") {
        (self.name, self.kind, self.before, self.secret, self.after) = (name, kind, before, secret, after)
    }

    /// A secret that is known by its own shape.
    init(_ name: String, _ kind: String, _ secret: String) {
        self.init(name, kind, "", secret)
    }
}

/// Letters and digits that look random and are the same in every run.
enum Filler {
    static func mixed(_ count: Int) -> String { take(count, of: "k7Qz2mXw9Rb4TfV1nLc8HsD6pJy3GtA5eUo0W") }
    static func upper(_ count: Int) -> String { take(count, of: "Q7ZK2MXW4RBTFV5NLCHSD6PJY3GTA") }
    static func hex(_ count: Int) -> String { take(count, of: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c") }
    static func lower(_ count: Int) -> String { take(count, of: "k7qz2mxw9rb4tfv1nlc8hsd6pjy3gta5euo0w") }

    private static func take(_ count: Int, of letters: String) -> String {
        String(String(repeating: letters, count: count / letters.count + 1).prefix(count))
    }
}
