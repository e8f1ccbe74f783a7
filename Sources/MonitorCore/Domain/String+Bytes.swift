extension String {
    /// The text as every store can index it: NUL becomes U+FFFD (design, section 1).
    package var replacingNUL: String {
        guard utf8.contains(0) else { return self }
        return String(UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }

    /// Whether two texts have the same bytes, as the store compares; `==` also takes canonically equivalent ones.
    package func hasSameBytes(as other: String) -> Bool { self == other && utf8.elementsEqual(other.utf8) }
}
