/// What a name promises that its value is: `DB_PASSWORD`, `apiKey`, `x-auth-token`.
struct SecretName: Equatable {
    enum Group {
        /// People choose it: short words too.
        case password
        /// Machines make it: letters with digits.
        case credential
        case authorization
    }

    let group: Group
    let kind: SecretKind
    /// A name in capitals is an environment variable, whose value is no code.
    let isCapital: Bool
    /// `pass` and `auth` alone mean many things, as in the `PASS: TestX1` of a test run.
    let isVague: Bool
}

extension SecretName {
    private struct Ending {
        /// Lower-case letters; a `_` or `-` between them in the name is passed over.
        let letters: StaticString
        let group: Group
        let kind: SecretKind
        /// The letters are a whole part of the name, since words end in them too.
        var isWholePart = false
    }

    private static let endings: [Ending] = [
        Ending(letters: "password", group: .password, kind: .password),
        Ending(letters: "passwd", group: .password, kind: .password),
        Ending(letters: "passphrase", group: .password, kind: .password),
        Ending(letters: "pwd", group: .password, kind: .password, isWholePart: true),
        Ending(letters: "pass", group: .password, kind: .password, isWholePart: true),
        Ending(letters: "secretaccesskey", group: .credential, kind: .awsKey),
        Ending(letters: "secretkeybase", group: .credential, kind: .secret),
        Ending(letters: "secret", group: .credential, kind: .secret),
        Ending(letters: "token", group: .credential, kind: .token),
        Ending(letters: "apikey", group: .credential, kind: .apiKey),
        Ending(letters: "appkey", group: .credential, kind: .apiKey, isWholePart: true),
        Ending(letters: "applicationkey", group: .credential, kind: .apiKey),
        Ending(letters: "accesskey", group: .credential, kind: .secret),
        Ending(letters: "accountkey", group: .credential, kind: .secret),
        Ending(letters: "secretkey", group: .credential, kind: .secret),
        Ending(letters: "privatekey", group: .credential, kind: .privateKey),
        Ending(letters: "encryptionkey", group: .credential, kind: .secret),
        Ending(letters: "signingkey", group: .credential, kind: .secret),
        Ending(letters: "masterkey", group: .credential, kind: .secret),
        Ending(letters: "authkey", group: .credential, kind: .secret),
        Ending(letters: "servicerolekey", group: .credential, kind: .secret),
        Ending(letters: "authorization", group: .authorization, kind: .authorization),
        Ending(letters: "auth", group: .credential, kind: .authorization, isWholePart: true),
    ]

    /// The last letters of the endings, one bit each.
    private static let lastLetters: UInt32 = "dehnsty".utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }

    /// Words before `token` that make it a place in a list, or a part of a language model's alphabet.
    private static let harmlessTokens: [StaticString] = [
        "next", "page", "continuation", "cancellation", "cancel", "sync", "eos", "bos", "pad", "unk", "sep", "cls",
        "mask", "stop", "start", "end", "publickey",
    ]
}

extension SecretName {
    /// Reads the name that ends before `end`; `nil` for a name that promises no secret.
    init?(endingAt end: Int, in text: UnsafeBufferPointer<UInt8>) {
        guard end > 0, SecretName.lastLetters >> UInt32(text[end - 1] & 31) & 1 == 1 else { return nil }
        for ending in SecretName.endings {
            guard let start = SecretName.start(of: ending.letters, endingAt: end, in: text) else { continue }
            if ending.isWholePart, !SecretName.isPartStart(start, in: text) { continue }
            if ending.kind == .token, SecretName.isHarmlessToken(before: start, in: text) { return nil }
            let isCapital = text[end - 1] & 0x20 == 0
            let isVague = ending.letters.utf8CodeUnitCount == 4 && (start == 0 || !SecretName.isJoint(text[start - 1]))
            self.init(group: ending.group, kind: ending.kind, isCapital: isCapital, isVague: isVague)
            return
        }
        return nil
    }

    private static func isHarmlessToken(before start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = start
        if end > 0, isJoint(text[end - 1]) { end -= 1 }
        return harmlessTokens.contains { self.start(of: $0, endingAt: end, in: text) != nil }
    }

    /// Where the letters begin, read backwards and in either case.
    private static func start(
        of letters: StaticString, endingAt end: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var position = end
        for index in (0..<letters.utf8CodeUnitCount).reversed() {
            if position < end, position > 1, isJoint(text[position - 1]) { position -= 1 }
            guard position > 0, text[position - 1] | 0x20 == letters.utf8Start[index] else { return nil }
            position -= 1
        }
        return position
    }

    private static func isPartStart(_ start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start > 0 else { return true }
        let (previous, first) = (text[start - 1], text[start])
        let isLetter = previous | 0x20 >= UInt8(ascii: "a") && previous | 0x20 <= UInt8(ascii: "z")
        // In `dbPass` a capital begins the part.
        return !isLetter || (first & 0x20 == 0 && previous & 0x20 != 0)
    }

    private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }
}
