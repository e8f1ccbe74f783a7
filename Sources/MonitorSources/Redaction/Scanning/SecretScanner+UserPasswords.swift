extension SecretScanner {
    /// Hides the password of `scheme://user:password@host`.
    mutating func scanAuthority(from start: Int) {
        let end = endOfAuthority(from: start)
        let authority = slice(start..<end)
        position = start
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
            let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":")), at - colon > 1
        else { return }
        let password = start + colon + 1..<start + at
        let value = SecretValue(slice(password).prefix(SecretValue.window).rebased, in: .init(isQuoted: true))
        guard !value.isPlaceholder, !isKnownShape(at: password.lowerBound) else { return }
        take(Secret(range: password, kind: .connectionString))
    }

    /// Hides the password of `curl -u user:password`, whose option ends before `end`.
    mutating func scanUserOption(to end: Int) {
        guard let lastCurl, position - lastCurl < 4_096, isByte("u", at: position) else { return }
        scanUserAndPassword(literal(from: skipSpaces(from: end)))
    }

    /// `user:password` as one argument.
    private mutating func scanUserAndPassword(_ value: Literal) {
        guard let colon = slice(value.start..<value.windowEnd).firstIndex(of: UInt8(ascii: ":")) else { return }
        let start = value.start + colon + 1
        guard start < value.windowEnd, !isKnownShape(at: start) else { return }
        let look = SecretValue(slice(start..<value.windowEnd), in: value.context)
        guard !look.isPlaceholder, look.count >= 3, look.spaces == 0 else { return }
        take(Secret(range: start..<end(of: value), kind: .password))
    }

    /// The password of a `.netrc` line, `login NAME password WORD`, from the name on.
    func loginPassword(_ start: Int) -> Secret? {
        let name = skipSpaces(from: start)
        let nameEnd = endOfBareWord(from: name)
        let keyword = endOfBlank(from: nameEnd)
        guard nameEnd > name, keyword > nameEnd, starts(with: "password ", at: keyword) else { return nil }
        let password = skipSpaces(from: keyword + 9)
        let end = endOfBareWord(from: password)
        let look = SecretValue(slice(password..<min(end, password + SecretValue.window)), in: .init())
        guard look.count >= 4, !look.isPlaceholder, look.digits + look.strongMarks > 0 else { return nil }
        return Secret(range: password..<end, kind: .password)
    }

    private func endOfAuthority(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] > 0x20, !isClass([.quote, .slash], at: end) {
            switch text[end] {
            case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
                return end
            default: end += 1
            }
        }
        return end
    }

    private func endOfBareWord(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] > 0x20, !isClass(.quote, at: end), text[end] != UInt8(ascii: "\\") {
            end += 1
        }
        return end
    }

    /// Spaces, line breaks and, in a string inside a string, `\n`.
    private func endOfBlank(from start: Int) -> Int {
        var end = start
        while true {
            if isClass(.space, at: end) {
                end += 1
            } else if isByte("\\", at: end), isByte("n", at: end + 1) {
                end += 2
            } else {
                return end
            }
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate var rebased: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self) }
}
