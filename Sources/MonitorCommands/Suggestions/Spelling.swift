/// Tells a slip of the fingers from another word.
enum Spelling {
    /// At most two letters, and at most half of them, are wrong, missing or too many; case does not count.
    static func isNear(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.lowercased().unicodeScalars), Array(b.lowercased().unicodeScalars))
        let allowed = min(2, max(a.count, b.count) / 2)
        return abs(a.count - b.count) <= allowed && distance(a, b) <= allowed
    }

    /// The number of letters to change, add or remove (Levenshtein).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let change = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, diagonal + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
