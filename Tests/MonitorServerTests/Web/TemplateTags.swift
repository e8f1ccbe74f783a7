/// The tags of a Mustache template, as a tree.
indirect enum TemplateTag {
    case variable(String)
    /// `{{#name}}` or, inverted, `{{^name}}`.
    case section(String, isInverted: Bool, [TemplateTag])
    case partial(String)
    /// `{{{name}}}` or `{{&name}}`: not escaped, so only for what templates made.
    case unescaped(String)
}

/// Reads the tags off a template's text; what stands between them is skipped.
struct TemplateTagParser {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func parse() -> [TemplateTag] {
        var tags: [TemplateTag] = []
        while let tag = nextTag() {
            let name = tag.dropFirst().filter { $0 != " " }
            switch tag.first {
            case "#", "^": tags.append(.section(name, isInverted: tag.first == "^", parse()))
            case "/": return tags
            case ">": tags.append(.partial(name))
            case "{", "&": tags.append(.unescaped(name))
            case "!", "%": continue
            default: tags.append(.variable(String(tag)))
            }
        }
        return tags
    }

    private mutating func nextTag() -> Substring? {
        guard let start = rest.firstRange(of: "{{") else { return nil }
        rest = rest[start.upperBound...]
        guard let end = rest.firstRange(of: "}}") else { return nil }
        defer { rest = rest[end.upperBound...] }
        return rest[..<end.lowerBound]
    }
}

extension Substring {
    /// The first place of an ASCII text, without Foundation.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
