import MonitorCore

/// What a person types to filter updates: words, and fields such as `kind:tool_failure` or `tag:"two words"`.
struct FilterText {
    private static let names = ["kind", "level", "source", "tag", "since", "until"]
    private static let maxBytes = 500

    private(set) var words = ""
    private(set) var fields: [(name: String, value: String)] = []

    /// Errors say what is wrong in the text.
    init(_ text: String) throws {
        if text.utf8.count > FilterText.maxBytes {
            throw FilterText.problem("is longer than \(FilterText.maxBytes) bytes")
        }
        var plain: [String] = []
        for part in FilterText.parts(of: text) {
            if let field = try FilterText.field(part) { fields.append(field) } else { plain.append(String(part)) }
        }
        words = plain.joined(separator: " ")
        if !words.isEmpty, !words.unicodeScalars.contains(where: \.isOfWord) {
            throw FilterText.problem("has no letter and no digit to look for")
        }
    }

    private static func field(_ part: Substring) throws -> (name: String, value: String)? {
        guard let colon = part.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = String(part[..<colon])
        guard names.contains(name) else { return nil }
        let value = part[part.utf8.index(after: colon)...].utf8.filter { $0 != UInt8(ascii: "\"") }
        if value.isEmpty { throw problem("has '\(name):' without a value; write it next to the colon") }
        return (name, String(decoding: value, as: UTF8.self))
    }

    /// Splits at spaces outside of quotation marks, which are found among the bytes, as `SearchQuery` does.
    private static func parts(of text: String) -> [Substring] {
        var isQuoted = false
        return text.utf8.split { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return !isQuoted && (byte == UInt8(ascii: " ") || (9...13).contains(byte))
        }.map(Substring.init)
    }

    private static func problem(_ text: String) -> APIError { APIError(.invalidParameter, "'q' \(text)") }
}

extension Unicode.Scalar {
    /// Part of a word, as the journal's search index sees it.
    var isOfWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "\0"..."\u{7F}": false
        default:
            properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .privateUse
        }
    }
}
