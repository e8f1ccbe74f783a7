/// Words that stand where a secret would, in documents, types and messages.
enum PlaceholderWords {
    private static let beginnings: [StaticString] = [
        "your", "insert", "replace", "change", "example", "dummy", "placeholder", "redacted", "enter", "undefined",
        "required", "nullable",
    ]
    private static let wholes: [StaticString] = [
        "string", "hidden", "enabled", "default", "missing", "invalid", "expired", "removed", "masked", "filtered",
        "prompt", "object", "number", "boolean", "option", "values", "unknown", "secret", "random", "nothing",
        "required", "optional", "disabled", "incorrect", "forbidden", "mismatch", "validation", "minlength",
        "maxlength", "confirmed", "protected", "unchanged", "plaintext", "encrypted", "autocomplete", "mandatory",
        "deprecated", "generated", "available", "unavailable", "supported", "unsupported", "component", "textfield",
        "kennwort", "contrasena", "authentication", "credential", "credentials", "nullable", "immutable", "sensitive",
    ]
    /// Types and formats as they stand without their digits.
    private static let types: [StaticString] = [
        "uint", "int", "u", "i", "f", "float", "bytes", "uintarray", "utf", "utfstring", "utfview", "base", "baseurl",
        "varchar", "sha", "md", "string", "hmacsha",
    ]

    static func begins(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        beginnings.contains { length(of: $0, from: value) != nil }
    }

    static func isWhole(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        wholes.contains { length(of: $0, from: value) == value.count }
    }

    static func isType(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let letters = value.filter { $0 > UInt8(ascii: "9") }
        return letters.withUnsafeBufferPointer { letters in
            types.contains { length(of: $0, from: letters) == letters.count }
        }
    }

    /// How many bytes the word takes at the beginning of the value, in either case and without `_` and `-`.
    private static func length(of word: StaticString, from value: UnsafeBufferPointer<UInt8>) -> Int? {
        var position = 0
        for index in 0..<word.utf8CodeUnitCount {
            while position < value.count, position > 0, isJoint(value[position]) { position += 1 }
            guard position < value.count, value[position] | 0x20 == word.utf8Start[index] else { return nil }
            position += 1
        }
        return position
    }

    private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }
}
