/// Finds the secrets in a text, from its first byte to its last, without going back.
///
/// Most bytes cost one look into a table. A look ahead that finds nothing is bounded or ends where no other one can
/// begin, so that the time is linear in any text. The text is UTF-8; every secret begins and ends beside an ASCII byte
/// or an end of the text, so no character is divided.
struct SecretScanner {
    let text: UnsafeBufferPointer<UInt8>
    let tables: SecretRules.Tables
    var position = 0
    private(set) var found: [Secret] = []
    /// Where the last word `curl` stands; its `-u` takes a password.
    var lastCurl: Int?

    static func secrets(in text: UnsafeBufferPointer<UInt8>, tables: SecretRules.Tables) -> [Secret] {
        var scanner = SecretScanner(text: text, tables: tables)
        scanner.scan()
        return scanner.found
    }

    init(text: UnsafeBufferPointer<UInt8>, tables: SecretRules.Tables) {
        self.text = text
        self.tables = tables
    }

    private mutating func scan() {
        while true {
            position = start(of: .looked, from: position)
            guard position < text.count else { return }
            if isClass(.word, at: position) { scanWord() } else { scanMarker() }
        }
    }

    private mutating func scanWord() {
        if let secret = secretOfRule(at: position) { return take(secret) }
        position = endOfRun(of: .word, from: position)
    }

    private mutating func scanMarker() {
        switch text[position] {
        case UInt8(ascii: "="): scanAssignment()
        case UInt8(ascii: ":"): scanColon()
        case UInt8(ascii: "-"): scanDashes()
        case UInt8(ascii: "\\"): skipEscape()
        case UInt8(ascii: "%"): position += isHexPair(at: position + 1) ? 3 : 1
        default: skipTerminalCode()
        }
    }

    mutating func take(_ secret: Secret) {
        found.append(secret)
        position = secret.range.upperBound
    }
}

// MARK: Bytes

extension SecretScanner {
    /// False before the text and after it.
    func isClass(_ classes: ByteClass, at position: Int) -> Bool {
        UInt(bitPattern: position) < UInt(text.count) && tables.classes[Int(text[position])].intersects(classes)
    }

    func isByte(_ byte: Unicode.Scalar, at position: Int) -> Bool {
        UInt(bitPattern: position) < UInt(text.count) && text[position] == UInt8(ascii: byte)
    }

    /// The end of the run of such bytes, at most `limit` of them.
    func endOfRun(of classes: ByteClass, from start: Int, limit: Int = .max) -> Int {
        let last = min(limit, text.count - start) + start
        var end = start
        while end < last, tables.classes[Int(text[end])].intersects(classes) { end += 1 }
        return end
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: text[range]) }

    private func start(of classes: ByteClass, from start: Int) -> Int {
        var position = start
        while position < text.count, !tables.classes[Int(text[position])].intersects(classes) { position += 1 }
        return position
    }

    private func isHexPair(at position: Int) -> Bool {
        isClass([.hex, .upper], at: position) && isClass([.hex, .upper], at: position + 1)
    }

    /// Passes the `\n` or `\"` of a string inside a string: what follows begins a word.
    private mutating func skipEscape() {
        while isByte("\\", at: position) { position += 1 }
        guard position < text.count else { return }
        switch text[position] {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
            position += 1
        case UInt8(ascii: "u") where endOfRun(of: [.hex, .upper], from: position + 1, limit: 4) == position + 5:
            position += 5
        default: break
        }
    }

    /// Passes the colour of a terminal, whose last letter would hide that a word begins.
    private mutating func skipTerminalCode() {
        position += 1
        guard isByte("[", at: position) else { return }
        position += 1
        while isClass(.digit, at: position) || isByte(";", at: position) { position += 1 }
        if isClass([.lower, .upper], at: position) { position += 1 }
    }
}
