/// What updates are found and counted by.
package struct Term: Hashable, Sendable {
    package enum Dimension: Int64, Sendable { case source = 1, kind, level, tag }

    package let dimension: Dimension
    package let text: String

    package init(dimension: Dimension, text: String) {
        self.dimension = dimension
        self.text = text
    }
}

/// Terms are the same when their bytes are, as in the table; Swift's strings are also where they are canonically equal.
extension Term {
    package static func == (a: Term, b: Term) -> Bool {
        a.dimension == b.dimension && a.text.utf8.elementsEqual(b.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(dimension)
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension UpdateContent {
    /// What the update is found by; each term once.
    package var terms: [Term] {
        var terms = [Term(dimension: .source, text: source)]
        if let kind { terms.append(Term(dimension: .kind, text: kind)) }
        if let level { terms.append(Term(dimension: .level, text: level.rawValue)) }
        for tag in tags {
            let term = Term(dimension: .tag, text: tag)
            if !terms.contains(term) { terms.append(term) }
        }
        return terms
    }
}
