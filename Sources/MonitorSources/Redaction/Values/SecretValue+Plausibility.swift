extension SecretValue {
    /// Whether a value that stands after such a name is a secret, rather than a placeholder, a type, code or prose.
    func isPlausible(as group: SecretName.Group) -> Bool {
        guard count >= 4, spaces == 0, !context.isApplied, !isPlaceholder, !isPath, !isMemberAccess else {
            return false
        }
        return group == .password ? looksLikePassword : looksLikeCredential
    }

    /// After the scheme of an `Authorization` header.
    var isPlausibleAfterScheme: Bool {
        guard count >= 6, spaces == 0, !context.isApplied, !isPlaceholder, !isPath, !isMemberAccess else {
            return false
        }
        if uppers + underscores == count { return false }
        return digits > 0 || bytes.last == UInt8(ascii: "=") || (lowers > 0 && uppers > 3) || count >= 16
    }

    // MARK: Passwords

    private var looksLikePassword: Bool {
        if letters == 0, strongMarks == 0 { return digits == count && digits >= 6 }
        if digits > 0 { return !(context.isCode && isIdentifier && isCodeWord) }
        if strongMarks > 0 { return count >= 8 && !context.isCode }
        return isWordPassword
    }

    /// A word alone is a password only where a literal stands for certain.
    private var isWordPassword: Bool {
        context.isLiteral && count >= 6 && lowers == count && !contains("pass") && !PlaceholderWords.isWhole(bytes)
    }

    /// A type such as `Uint8Array`, or a variable such as `password2`.
    private var isCodeWord: Bool {
        let variableParts: [StaticString] = ["pass", "pwd", "secret", "token", "input", "value"]
        return PlaceholderWords.isType(bytes) || (digits == 1 && variableParts.contains(where: contains))
    }

    // MARK: Credentials

    private var looksLikeCredential: Bool {
        guard count >= 8, letters > 0 else { return false }
        if digits == 0 { return context.isQuoted ? isLongWord : isLongSetting }
        if isSlug { return false }
        let isLiteral = context.isQuoted || (context.isCapital && !context.isCode)
        return isLiteral || !isIdentifier || turns >= 3 || (count >= 12 && digits >= 3) || (count >= 16 && digits >= 2)
    }

    /// Letters without a digit that are too long for a word.
    private var isLongWord: Bool {
        guard joints == 0 else { return false }
        return (count >= 16 && lowers == count) || (count >= 24 && uppers == count) || (count >= 32 && isIdentifier)
    }

    /// What people give an environment variable: a few words.
    private var isLongSetting: Bool {
        context.isCapital && !context.isCode && count >= 12
            && lowers + underscores + bytes.count { $0 == UInt8(ascii: "-") } == count
    }

    /// Words and small numbers with joints between them: a name, a version, an address.
    private var isSlug: Bool {
        guard joints > 0, digits <= 3, letters + digits + joints == count else { return false }
        return bytes.split(whereSeparator: SecretValue.isJoint).allSatisfy { part in
            part.count <= 3 || (part.count <= 15 && part.allSatisfy { $0 > UInt8(ascii: "9") })
        }
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte >= UInt8(ascii: "-") && byte <= UInt8(ascii: "/"))
            || byte == UInt8(ascii: ":")
    }

    // MARK: What is no secret

    /// A file or a URL; base64 may begin with a slash too, but mixes capitals and digits.
    var isPath: Bool {
        if holdsDoubleSlash && bytes.contains(UInt8(ascii: ":")) { return true }
        let start = bytes.first
        let isRooted = start == UInt8(ascii: "/") || start == UInt8(ascii: "~") || start == UInt8(ascii: ".")
        return isRooted && (uppers == 0 || digits == 0)
    }

    /// `process.env.API_KEY`: identifiers with dots between them.
    private var isMemberAccess: Bool {
        guard !context.isQuoted, bytes.contains(UInt8(ascii: ".")) else { return false }
        guard letters + digits + joints == count, turns <= 4 else { return false }
        return bytes.split(separator: UInt8(ascii: ".")).allSatisfy { part in
            part.first.map { $0 > UInt8(ascii: "9") } ?? false
        }
    }

    private func contains(_ letters: StaticString) -> Bool {
        let length = letters.utf8CodeUnitCount
        guard length <= count else { return false }
        return (0...count - length).contains { start in
            (0..<length).allSatisfy { bytes[start + $0] | 0x20 == letters.utf8Start[$0] | 0x20 }
        }
    }
}
