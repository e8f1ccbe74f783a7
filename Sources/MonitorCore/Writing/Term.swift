/// What a posting list is kept for.
struct Term: Hashable, Sendable {
    enum Dimension: Int64, Sendable { case source = 1, kind, level, tag }

    let dimension: Dimension
    let text: String
}

/// Terms are the same when their bytes are, as in the table; Swift's strings are also where they are canonically equal.
extension Term {
    static func == (a: Term, b: Term) -> Bool {
        a.dimension == b.dimension && a.text.utf8.elementsEqual(b.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(dimension)
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
