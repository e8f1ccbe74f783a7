#if PostgreSQL
import MonitorCore

/// What takes a while to write down of an update: done before the writer's turn, so that it holds the lock for less.
struct EncodedTexts: Sendable {
    /// `unnest` would flatten an array of arrays, so tags travel as PostgreSQL writes an array.
    let tags: String
    let words: [UInt8]

    init(_ content: UpdateContent) {
        tags = EncodedTexts.arrayLiteral(content.tags)
        words = SearchVector.literal([content.message, content.tags.joined(separator: " ")])
    }

    private static func arrayLiteral(_ texts: [String]) -> String {
        if texts.isEmpty { return "{}" }
        let quoted = texts.map { text in
            var result = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                if scalar == "\"" || scalar == "\\" { result.append("\\") }
                result.append(scalar)
            }
            return "\"\(String(result))\""
        }
        return "{\(quoted.joined(separator: ","))}"
    }
}
#endif
