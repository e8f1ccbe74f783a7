extension String {
    /// The text as a page may show it: without terminals' escape sequences and control characters.
    ///
    /// Tabs and line breaks stay; a carriage return is a line break.
    var plainText: String {
        guard utf8.contains(where: { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F || $0 == 0xC2 }) else {
            return self
        }
        var plain = UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar.value {
            case 0x1B: rest = rest.afterEscapeSequence
            case 0x9B: rest = rest.afterControlSequence
            case 0x0D: if rest.first != "\n" { plain.append("\n") }
            case 0x09, 0x0A: plain.append(scalar)
            case 0..<0x20, 0x7F..<0xA0: break
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }
}

extension Substring.UnicodeScalarView {
    /// What follows the sequence that an escape character has begun (ECMA-48).
    fileprivate var afterEscapeSequence: Self {
        switch first?.value ?? 0 {
        case 0x5B: dropFirst().afterControlSequence
        case 0x5D, 0x50, 0x58, 0x5E, 0x5F: dropFirst().afterControlString
        case 0x20...0x2F: drop { (0x20...0x2F).contains($0.value) }.dropFirst()
        case 0x30...0x7E: dropFirst()
        default: self
        }
    }

    /// What follows the parameters and the final byte of a sequence such as `[31m`.
    fileprivate var afterControlSequence: Self {
        let rest = drop { (0x20...0x3F).contains($0.value) }
        return rest.first.map { (0x40...0x7E).contains($0.value) } == true ? rest.dropFirst() : rest
    }

    /// What follows a title or a link; one that never ends takes nothing with it.
    private var afterControlString: Self {
        guard let end = firstIndex(where: { $0.value == 0x07 || $0.value == 0x1B || $0.value == 0x9C }) else {
            return self
        }
        let rest = self[index(after: end)...]
        return self[end].value == 0x1B && rest.first == "\\" ? rest.dropFirst() : rest
    }
}
