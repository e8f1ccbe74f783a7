/// A sentence with gaps for what a payload says.
///
/// `{name}` is a gap and `{name?word}` one with a word for want of a value; a part in brackets is left out where a gap
/// in it has no value. `{~name}` writes underscores as spaces.
struct SentenceTemplate: ExpressibleByStringLiteral {
    private let text: String

    init(stringLiteral text: String) { self.text = text }

    func filled(_ value: (String) -> String?) -> String {
        var (sentence, rest) = ("", text[...])
        while let open = rest.firstIndex(of: "[") {
            let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
            sentence += SentenceTemplate.fill(rest[..<open], value).text
            let part = SentenceTemplate.fill(rest[open..<close].dropFirst(), value)
            if part.isComplete { sentence += part.text }
            rest = rest[close...].dropFirst()
        }
        return sentence + SentenceTemplate.fill(rest, value).text
    }

    private static func fill(_ part: Substring, _ value: (String) -> String?) -> (text: String, isComplete: Bool) {
        var (text, rest, isComplete) = ("", part, true)
        while let open = rest.firstIndex(of: "{") {
            let close = rest[open...].firstIndex(of: "}") ?? rest.endIndex
            let gap = rest[open..<close].dropFirst().split(separator: "?", maxSplits: 1)
            text += rest[..<open]
            if let word = gap.first.flatMap({ SentenceTemplate.word($0, value) })
                ?? gap.dropFirst().first.map(String.init)
            {
                text += word
            } else {
                isComplete = false
            }
            rest = rest[close...].dropFirst()
        }
        return (text + rest, isComplete)
    }

    private static func word(_ name: Substring, _ value: (String) -> String?) -> String? {
        name.first == "~" ? value(String(name.dropFirst()))?.replacing("_", with: " ") : value(String(name))
    }
}
