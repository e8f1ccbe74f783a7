/// Walks over minified JSON once and rewrites the strings that hold secrets or are too long.
struct PayloadSanitizer {
    struct Options {
        /// Without rules nothing is hidden.
        let rules: SecretRules?
        let cuts: Bool
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let tables: SecretRules.Tables?
    private let cuts: Bool
    private var position = 0
    /// Where the stretch begins that is not in `output` yet; until the first change there is no output.
    private var stretch = 0
    private var output: [UInt8] = []
    private var decoded: [UInt8] = []
    /// What the key before the current value promises.
    private var name: SecretName?

    /// Returns `nil` where nothing changes; `json` is validated and minified.
    static func sanitize(_ json: [UInt8], with options: Options) -> [UInt8]? {
        json.withUnsafeBufferPointer { bytes in
            guard let rules = options.rules else { return sanitize(bytes, nil, cuts: options.cuts) }
            return rules.withTables { sanitize(bytes, $0, cuts: options.cuts) }
        }
    }

    private static func sanitize(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tables: SecretRules.Tables?, cuts: Bool
    ) -> [UInt8]? {
        var sanitizer = PayloadSanitizer(bytes: bytes, tables: tables, cuts: cuts)
        sanitizer.walk()
        return sanitizer.finish()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, tables: SecretRules.Tables?, cuts: Bool) {
        self.bytes = bytes
        self.tables = tables
        self.cuts = cuts
    }

    private mutating func finish() -> [UInt8]? {
        guard stretch > 0 else { return nil }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[stretch...]))
        return output
    }

    // MARK: The walk

    private mutating func walk() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): visitString()
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","):
                name = nil
                position += 1
            default: position += 1
            }
        }
    }

    private mutating func visitString() {
        let start = position + 1
        let (end, hasEscapes) = endOfString(from: start)
        position = end + 1
        let isKey = position < bytes.count && bytes[position] == UInt8(ascii: ":")
        sanitize(start..<end, hasEscapes: hasEscapes, isKey: isKey)
    }

    private func endOfString(from start: Int) -> (end: Int, hasEscapes: Bool) {
        var (end, hasEscapes) = (start, false)
        while true {
            switch bytes[end] {
            case UInt8(ascii: "\""): return (end, hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                end += 2
            default: end += 1
            }
        }
    }

    private mutating func sanitize(_ range: Range<Int>, hasEscapes: Bool, isKey: Bool) {
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        var secrets: [Secret] = []
        if let tables { secrets = find(in: text, hasEscapes: hasEscapes, isKey: isKey, tables) }
        if !secrets.isEmpty || (cuts && range.count > PayloadCut.maxStringBytes) {
            rewrite(text, in: range, secrets)
        }
    }

    private mutating func rewrite(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ secrets: [Secret]) {
        if stretch == 0 { output.reserveCapacity(bytes.count) }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[stretch..<range.lowerBound]))
        let start = output.count
        Secret.append(text, from: 0, to: text.count, replacing: secrets, to: &output)
        if cuts { PayloadCut.cutString(from: start, length: range.count, in: &output) }
        stretch = range.upperBound
    }

    // MARK: Secrets

    /// The shortest secret by its shape; a key alone may make a shorter one.
    private static let shortestSecret = 12

    private mutating func find(
        in text: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, isKey: Bool, _ tables: SecretRules.Tables
    ) -> [Secret] {
        let promise = isKey ? nil : name
        if !isKey, promise == nil, text.count < PayloadSanitizer.shortestSecret { return [] }
        guard hasEscapes else { return find(inDecoded: text, isKey: isKey, promise, tables) }
        EscapedText.decode(text, to: &decoded)
        let scratch = decoded
        let secrets = scratch.withUnsafeBufferPointer { find(inDecoded: $0, isKey: isKey, promise, tables) }
        return secrets.isEmpty ? [] : EscapedText.locate(secrets, in: text)
    }

    private mutating func find(
        inDecoded text: UnsafeBufferPointer<UInt8>, isKey: Bool, _ promise: SecretName?, _ tables: SecretRules.Tables
    ) -> [Secret] {
        if isKey { name = SecretName(endingAt: text.count, in: text) }
        let secrets = SecretScanner.secrets(in: text, tables: tables)
        guard let promise, secrets.first?.range != 0..<text.count else { return secrets }
        return SecretScanner.secret(of: promise, in: text, tables: tables).map { [$0] } ?? secrets
    }
}
