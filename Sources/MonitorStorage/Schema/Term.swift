/// What a posting list is kept for.
struct Term: Hashable, Sendable {
    enum Dimension: Int64, Sendable { case source = 1, kind, level, tag }

    let dimension: Dimension
    let text: String
}
