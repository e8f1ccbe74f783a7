/// The beginning of a long text, and whether something was left out.
struct Excerpt {
    let text: String
    let isCut: Bool

    /// Counts lines and bytes, so that it is linear whatever stands in the text.
    init(_ text: String, lines: Int = 200, bytes: Int = 8 * 1024) {
        var rest = text.utf8.prefix(bytes)
        var count = 0
        if let end = rest.firstIndex(where: { byte in
            if byte == UInt8(ascii: "\n") { count += 1 }
            return count == lines
        }) {
            rest = rest[..<end]
        }
        isCut = rest.endIndex < text.utf8.endIndex
        // A character that the limit divides is left out.
        self.text = isCut ? String(decoding: rest.dropLast(Excerpt.dividedBytes(at: rest)), as: UTF8.self) : text
    }

    private static func dividedBytes(at bytes: Substring.UTF8View) -> Int {
        let tail = bytes.suffix(3).reversed().prefix { $0 & 0xC0 == 0x80 }.count
        guard let lead = bytes.dropLast(tail).last, lead >= 0xC0 else { return 0 }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        return tail + 1 < length ? tail + 1 : 0
    }
}
